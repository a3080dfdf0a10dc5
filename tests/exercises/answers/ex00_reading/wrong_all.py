# hint: Look only at spans whose label
def seconds_computing(timeline):
    seconds = {}
    for span in timeline.spans:
        seconds[span.process] = seconds.get(span.process, 0) + span.end - span.start
    return seconds
