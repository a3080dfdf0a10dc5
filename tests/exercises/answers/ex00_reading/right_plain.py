def seconds_computing(timeline):
    names = {span.process for span in timeline.spans if span.label == "computing"}
    return {name: total(timeline, name) for name in names}


def total(timeline, name):
    own = [span for span in timeline.spans if span.process == name]
    return sum(span.end - span.start for span in own if span.label == "computing")
