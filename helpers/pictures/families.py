"""Draw a family of processes: who is whose parent."""

from collections.abc import Sequence

from matplotlib.axes import Axes

from helpers.pictures.style import Picture, finish, new_figure

SERVANTS = ("fork server", "resource tracker")  # as `find_family` calls them

Member = tuple[int, int, str]  # its pid, that of its parent, its name


def plot_family(family: Sequence[Member], title: str, pids: bool = False) -> Picture:
    """Draw who is whose parent, from left to right; servants of `multiprocessing` are grey.

    Parameters
    ----------
    family : sequence of Member
        Parents before their children; the first is the root.
    title : str
        The finding.
    pids : bool
        Write the pid of each below its name.

    Returns
    -------
    Picture
        Its text alternative is the title and a sentence for each parent.
    """
    places = _places(family)
    rows = 1 + max(row for _, row in places.values())
    with new_figure(0.2 + (0.68 if pids else 0.5) * rows, title) as figure:
        axes = figure.subplots()
        for pid, parent, name in family:
            depth, row = places[pid]
            _draw_member(axes, depth, row, f"{name}\npid {pid}" if pids else name, name)
            if parent in places:
                left, above = places[parent]
                axes.plot([left, depth - 0.5, depth - 0.5, depth], [above, above, row, row],
                          color="#606060", linewidth=1.2, zorder=0)  # fmt: skip
        deepest = max(depth for depth, _ in places.values())
        axes.set(xlim=(-0.4, max(deepest, 1) + 0.4), ylim=(rows - 0.5, -0.5))
        axes.axis("off")
        names = {pid: name for pid, _, name in family}
        lines = [(name, str(pid), names.get(parent, "")) for pid, parent, name in family]
        return finish(figure, title, _in_words(family), [("process", "pid", "parent"), *lines])


def _draw_member(axes: Axes, depth: float, row: float, words: str, name: str) -> None:
    fill = "#E4E4E4" if name in SERVANTS else "#FFFFFF"
    box = {"boxstyle": "round,pad=0.45", "edgecolor": "#404040", "facecolor": fill}
    axes.text(depth, row, words, ha="center", va="center", bbox=box)


def _places(family: Sequence[Member]) -> dict[int, tuple[int, float]]:
    """Give each its depth and its row: a parent beside the first of its children."""
    places: dict[int, tuple[int, float]] = {}
    free = 0

    def place(pid: int, depth: int) -> None:
        nonlocal free
        places[pid] = (depth, free)
        children = [child for child, parent, _ in family if parent == pid]
        for child in children:
            place(child, depth + 1)
        if not children:
            free += 1

    place(family[0][0], 0)
    return places


def _in_words(family: Sequence[Member]) -> list[str]:
    sentences = []
    for pid, _, name in family:
        children = [child for _, parent, child in family if parent == pid]
        if children:
            sentences.append(f"{name} is the parent of {'; '.join(children)}.")
    return sentences
