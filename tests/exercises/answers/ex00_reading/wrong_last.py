# hint: add them up: a process can have several
def seconds_computing(timeline):
    computing = [span for span in timeline.spans if span.label == "computing"]
    return {span.process: span.end - span.start for span in computing}
