"""The picture of lesson 05: the states of a process, and what it says of itself in each."""

from collections.abc import Mapping

from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch

from helpers.pictures.style import WIDTH, Picture, finish, ink, new_figure

# From left to right: the state, what there is in it, and its colour.
STATES = {
    "created": ("only a plan", "#999999"),
    "running": ("a process", "#0072B2"),
    "zombie": ("ended, unnoticed\n(not under Windows)", "#D55E00"),
    "ended": ("only its exit code\nis left", "#56B4E9"),
    "closed": ("nothing is left", "#000000"),
}
# What leads from each to the next: in the picture, and in words.
STEPS = {
    "start()": "With start() it becomes",
    "returns, raises,\nexits, is killed": "It returns, raises, exits or is killed, and becomes",
    "join(), is_alive(),\nexitcode": "With join(), is_alive() or exitcode it becomes",
    "close()": "With close() it becomes",
}
ROW = 0.5


def plot_states(seen: Mapping[str, Mapping[str, object]]) -> Picture:
    """Draw the states of a process, the steps between them, and what was seen in each.

    Parameters
    ----------
    seen : mapping of str to mapping of str to object
        For each of the states created, running, ended and closed: questions, such as
        ``is_alive()``, and the answers. A zombie cannot be asked: asking ends that state.

    Raises
    ------
    ValueError
        If a state is missing or unknown, or the questions are not the same in each.
    """
    _check(seen)
    questions = list(seen["created"])
    with new_figure(WIDTH * 1.15, 1.7 + 0.22 * len(questions)) as figure:
        axes = figure.subplots()
        axes.set_xlim(-0.5, 5)
        axes.set_ylim(-ROW * len(questions) - 0.1, 2.25)
        axes.axis("off")
        for row, question in enumerate(questions):
            below = -ROW * (row + 0.5)
            axes.text(-0.5, below, question, family="monospace", fontsize=8, va="center")
        for place, state in enumerate(STATES):
            _draw_state(axes, place + 0.5, state, list(seen.get(state, {}).values()))
        for place, step in enumerate(STEPS, 1):
            _draw_step(axes, place, step)
        axes.set_title("The states of a process, and what it says of itself in each")
        return finish(figure, _in_words(seen))


def _check(seen: Mapping[str, Mapping[str, object]]) -> None:
    expected = [state for state in STATES if state != "zombie"]
    if set(seen) != set(expected):
        raise ValueError(f"the states must be {', '.join(expected)}, not {', '.join(seen)}")
    for state, answers in seen.items():
        if list(answers) != list(seen["created"]):
            raise ValueError(f"other questions were asked when {state}: {', '.join(answers)}")


def _draw_state(axes: Axes, middle: float, state: str, answers: list[object]) -> None:
    meaning, colour = STATES[state]
    box = FancyBboxPatch((middle - 0.3, 0.3), 0.6, 0.55, "round,pad=0.02", facecolor=colour,
                         edgecolor="none", mutation_aspect=2)  # fmt: skip
    axes.add_patch(box)
    centred = {"ha": "center", "va": "center"}
    axes.text(middle, 0.57, state, color=ink(colour), weight="bold", **centred)
    axes.text(middle, 0.98, meaning, fontsize=7, color="#404040", ha="center", va="bottom")
    for row, answer in enumerate(answers):
        axes.text(middle, -ROW * (row + 0.5), str(answer), fontsize=8, **centred)


def _draw_step(axes: Axes, border: float, step: str) -> None:
    ends = (border + 0.17, 0.57), (border - 0.17, 0.57)
    axes.annotate("", *ends, arrowprops={"arrowstyle": "->"})
    axes.plot([border, border], [0.67, 1.55], color="#c0c0c0", linewidth=0.8)
    axes.text(border, 1.6, step, fontsize=8, ha="center", va="bottom", family="monospace")


def _in_words(seen: Mapping[str, Mapping[str, object]]) -> str:
    words = []
    for state, step in zip(STATES, [*STEPS.values(), ""], strict=True):
        meaning = STATES[state][0].replace("\n", " ")
        answers = [f"{question} {answer}" for question, answer in seen.get(state, {}).items()]
        words.append(f"{state}: {', '.join([meaning, *answers])}. {step}")
    return f"The states of a process. At first it is {' '.join(words).strip()}"
