"""The notebook's half of a recording: who did what, when, and on how many cores.

::

    with record(cpu=True) as timeline:
        ...  # start and join processes whose workers use span() and note()
    plot_timeline(timeline)

The other half, what a worker does to be seen, is :mod:`helpers.spans`.
"""

from helpers.recording.recorder import record
from helpers.recording.timeline import Note, Sample, Span, Timeline

__all__ = ["Note", "Sample", "Span", "Timeline", "record"]
