# hint: alan never computes
def seconds_computing(timeline):
    result = {}
    for s in timeline.spans:
        if "computing" in s.label:
            result[s.process] = result.get(s.process, 0) + s.end - s.start
    return result
