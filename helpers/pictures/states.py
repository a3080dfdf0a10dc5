"""The picture of lesson 05: the states of a process, and what it says of itself in each."""

from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch
from matplotlib.patheffects import withStroke

from helpers.pictures.looks import BEING_THERE, WAITING, WORK, Look, ink
from helpers.pictures.style import WIDTH, Picture, finish, new_figure

# From the top: the state, what there is in it, and its look.
STATES = {
    "created": ("only a plan", BEING_THERE),
    "running": ("a process", WORK[0]),
    "zombie": ("ended, unnoticed\n(not under Windows)", WAITING),
    "ended": ("only its exit code is left", Look("#D8D8D8", "#707070")),
    "closed": ("nothing is left", BEING_THERE),
}
# What leads from each to the next.
STEPS = [
    "start()",
    "returns, raises, exits, is killed",
    "join(), is_alive(), exitcode",
    "close()",
]
TITLE = "The states of a process, and what it says of itself in each"
STATE, MEANING, ANSWERS = 0.5, 1.1, 3.25  # inches from the left: middle, start, start
STEP = 0.75  # inches from one state to the next


def plot_states(seen: Mapping[str, Mapping[str, object]]) -> Picture:
    """Draw the states of a process, the steps between them, and what was seen in each.

    Parameters
    ----------
    seen : mapping of str to mapping of str to object
        For each of the states created, running, ended and closed: questions, such as
        ``is_alive()``, and the answers. A zombie cannot be asked: asking ends that state.

    Returns
    -------
    Picture
        Its text alternative says the states and the steps between them.

    Raises
    ------
    ValueError
        If a state is missing or unknown, or the questions are not the same in each.
    """
    _check(seen)
    questions = list(seen["created"])
    with new_figure(STEP * len(STATES) + 0.3, TITLE) as figure:
        axes = figure.subplots()
        axes.set(xlim=(0, WIDTH - 0.2), ylim=(STEP * (len(STATES) - 0.5), -0.75))
        axes.axis("off")
        columns = _columns(len(questions))
        for column, question in zip(columns, questions, strict=True):
            axes.text(column, -0.5, question, family="monospace", ha="center", va="center")
        for number, state in enumerate(STATES):
            _draw_state(axes, STEP * number, state)
            for column, answer in zip(columns, seen.get(state, {}).values(), strict=False):
                axes.text(column, STEP * number, str(answer), ha="center", va="center")
        for number, step in enumerate(STEPS):
            _draw_step(axes, STEP * number, step)
        empty = dict.fromkeys(questions, "")
        lines = [(state, *map(str, seen.get(state, empty).values())) for state in STATES]
        return finish(figure, TITLE, _in_words(), [("state", *questions), *lines])


def _check(seen: Mapping[str, Mapping[str, object]]) -> None:
    expected = [state for state in STATES if state != "zombie"]
    if set(seen) != set(expected):
        raise ValueError(f"the states must be {', '.join(expected)}, not {', '.join(seen)}")
    for state, answers in seen.items():
        if list(answers) != list(seen["created"]):
            raise ValueError(f"other questions were asked when {state}: {', '.join(answers)}")


def _columns(number: int) -> list[float]:
    """Give the middles of so many columns of answers, in inches."""
    width = (WIDTH - 0.2 - ANSWERS) / max(1, number)
    return [ANSWERS + width * (column + 0.5) for column in range(number)]


def _draw_state(axes: Axes, place: float, state: str) -> None:
    meaning, look = STATES[state]
    axes.add_patch(
        FancyBboxPatch((STATE - 0.42, place - 0.14), 0.84, 0.28, "round,pad=0.03",
                       facecolor=look.fill, edgecolor=look.edge, hatch=look.hatch)
    )  # fmt: skip
    axes.text(STATE, place, state, color=ink(look.fill), weight="bold", ha="center", va="center",
              path_effects=[withStroke(linewidth=3.5, foreground=look.fill)])  # fmt: skip
    axes.text(MEANING, place, meaning, va="center")


def _draw_step(axes: Axes, place: float, step: str) -> None:
    arrow = {"arrowstyle": "->", "color": "#404040"}
    axes.annotate("", (STATE, place + STEP - 0.18), (STATE, place + 0.18), arrowprops=arrow)
    axes.text(STATE + 0.12, place + STEP / 2, step, family="monospace", va="center")


def _in_words() -> Sequence[str]:
    after = list(STATES)[1:]
    steps = [f"; {step} leads to {state}" for step, state in zip(STEPS, after, strict=True)]
    return [f"At first it is created{''.join(steps)}."]
