"""What a notebook reads from a recording: who was in a phase, how many at once, who noted what."""

from helpers.timeline import Span, Timeline


def phases(timeline: Timeline, label: str) -> list[Span]:
    """Pick the spans with a label, sorted by their start.

    Parameters
    ----------
    timeline : Timeline
        A recording that has ended.
    label : str
        The label.

    Returns
    -------
    list of Span
        All of them, of all processes.
    """
    return [span for span in timeline.spans if span.label == label]


def most_at_once(timeline: Timeline, label: str) -> int:
    """Count how many were in a phase at the same time, at the most.

    Parameters
    ----------
    timeline : Timeline
        A recording that has ended.
    label : str
        The label of the phase.

    Returns
    -------
    int
        The most; 0 if nobody was.
    """
    spans = phases(timeline, label)
    # The most are there when one has just come, so it is enough to look at those moments.
    counts = [sum(other.start <= span.start < other.end for other in spans) for span in spans]
    return max(counts, default=0)


def print_notes(timeline: Timeline) -> None:
    """Print who noted what, sorted by name.

    Parameters
    ----------
    timeline : Timeline
        A recording that has ended.
    """
    for line in sorted(f"{note.process}: {note.text}" for note in timeline.notes):
        print(line)


def seconds_in(timeline: Timeline, label: str) -> float:
    """Add up how long everybody was in a phase.

    Parameters
    ----------
    timeline : Timeline
        A recording that has ended.
    label : str
        The label of the phase.

    Returns
    -------
    float
        Seconds, of all processes together.
    """
    return sum(span.end - span.start for span in phases(timeline, label))


def seconds_of_work(timeline: Timeline) -> float:
    """Measure how long the work took, without the time to start the processes.

    Parameters
    ----------
    timeline : Timeline
        A recording that has ended, with at least one span.

    Returns
    -------
    float
        Seconds from the start of the first span to the end of the last.
    """
    return max(span.end for span in timeline.spans) - timeline.spans[0].start
