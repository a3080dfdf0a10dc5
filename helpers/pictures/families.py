"""Draw a family of processes: who is whose parent."""

from collections.abc import Sequence

from helpers.pictures.style import WIDTH, Picture, finish, new_figure
from helpers.system.processes import SERVANTS, Member


def plot_family(family: Sequence[Member], title: str) -> Picture:
    """Draw who is whose parent, from left to right.

    Parameters
    ----------
    family : sequence of Member
        Parents before their children; the first is the root.
    """
    places = _places(family)
    by_pid = {each.pid: each for each in family}
    rows = 1 + max(row for _, row in places.values())
    with new_figure(WIDTH, 0.5 + 0.6 * rows) as figure:
        axes = figure.subplots()
        for each in family:
            depth, row = places[each.pid]
            servant = each.name in SERVANTS.values()
            axes.text(depth, row, f"{each.name}\npid {each.pid}", ha="center", va="center",
                      bbox={"boxstyle": "round,pad=0.5", "edgecolor": "#606060",
                            "facecolor": "#e4e4e4" if servant else "#d6ebf7"})  # fmt: skip
            if each.parent in by_pid:
                left, above = places[each.parent]
                axes.plot([left, depth - 0.5, depth - 0.5, depth], [above, above, row, row],
                          color="#606060", linewidth=1.2, zorder=0)  # fmt: skip
        deepest = max(depth for depth, _ in places.values())
        axes.set(title=title, xlim=(-0.4, max(deepest, 2) + 0.4), ylim=(rows - 0.5, -0.5))
        axes.axis("off")
        return finish(figure, f"{title}. {_in_words(family)}".strip())


def _places(family: Sequence[Member]) -> dict[int, tuple[int, float]]:
    """Give each its depth and its row: a parent beside the first of its children."""
    places: dict[int, tuple[int, float]] = {}
    free = 0

    def place(member: Member, depth: int) -> None:
        nonlocal free
        places[member.pid] = (depth, free)
        children = [each for each in family if each.parent == member.pid]
        for child in children:
            place(child, depth + 1)
        if not children:
            free += 1

    place(family[0], 0)
    return places


def _in_words(family: Sequence[Member]) -> str:
    sentences = []
    for member in family:
        children = [each.name for each in family if each.parent == member.pid]
        if children:
            sentences.append(f"{member.name} is the parent of {', '.join(children)}.")
    return " ".join(sentences)
