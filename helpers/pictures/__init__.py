"""The pictures of the course: data in, a `Picture` out, with words that say what it shows."""

from helpers.pictures.charts import plot_costs, plot_starts, plot_times
from helpers.pictures.curves import plot_break_even, plot_by_size, plot_speedup
from helpers.pictures.families import plot_family
from helpers.pictures.groups import plot_draws, plot_memory
from helpers.pictures.staircase import plot_staircase
from helpers.pictures.states import plot_states
from helpers.pictures.strip import plot_cores
from helpers.pictures.style import Picture
from helpers.pictures.timelines import plot_timeline, plot_timelines

__all__ = [
    "Picture",
    "plot_break_even",
    "plot_by_size",
    "plot_cores",
    "plot_costs",
    "plot_draws",
    "plot_family",
    "plot_memory",
    "plot_speedup",
    "plot_staircase",
    "plot_starts",
    "plot_states",
    "plot_timeline",
    "plot_timelines",
    "plot_times",
]
