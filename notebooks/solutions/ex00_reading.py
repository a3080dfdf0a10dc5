"""Right, because every span of the label counts, and those of one process are added up."""

from collections import Counter


def seconds_computing(timeline):
    """Return {process: seconds}: for how long each process was computing, all its spans together.

    A span has .process, .label, .start and .end. Only processes that computed are in the answer.
    """
    seconds = Counter()
    for span in timeline.spans:
        if span.label == "computing":
            seconds[span.process] += span.end - span.start
    return seconds


if __name__ == "__main__":
    from helpers.recording import Span, Timeline

    spans = [Span("computing", "ada", 7, "MainThread", 0.0, 1.5, 1.5, False)]
    print(seconds_computing(Timeline("MainProcess", 1, spans)))
