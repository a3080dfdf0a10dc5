"""The judges of lesson 09."""

from helpers.exercises.asking import Answer, Late
from helpers.exercises.experiments.lesson_09 import messages_of
from helpers.exercises.functions import Function
from helpers.exercises.gatekeeper import gate_for
from helpers.exercises.judging import (
    Wrong,
    beside,
    brief,
    chance,
    expect,
    function_of,
)
from helpers.exercises.notes import at_once
from helpers.exercises.review import SIGNALLED
from helpers.exercises.squaring import DRAIN, expect_work_of, square
from helpers.exercises.witness import LINGER
from helpers.recording import record

IDLE = 0.6  # seconds that a worker, or an owner, may need to end


def ex09_squares(answer: Answer) -> str:
    """Connect producers and consumers, end them with sentinels, and drain before you join."""
    square_all = function_of(answer, "square_all")
    workers = chance.choice([3, 4])
    some = chance.sample(range(2, 1000), 2 * workers)
    numbers = [*some, -some[0], -1, 0, 1]
    chance.shuffle(numbers)
    with gate_for(workers):
        timeline, idle = square(answer, square_all, [*numbers, 1000], workers, slowly=True)
    expect_work_of(answer, timeline, len(numbers) + 1, workers)
    expect(
        idle < IDLE,
        f"a worker ended only {idle:.1f} seconds after the last number. Does it wait for a time-out"
        "? Tell it that no more comes: a sentinel for each.",
        timed=True,
    )
    square(answer, square_all, [some[0], some[0]], 1)
    square(answer, square_all, [], 1)
    large = 10**2000 + chance.randrange(1000)
    with gate_for(2):
        timeline, idle = square(answer, square_all, [*range(large, large + 150)], 2)
    expect_work_of(answer, timeline, 150, 2)
    expect(
        idle < IDLE,
        f"with large numbers a worker ended only {idle:.1f} seconds after the last one. It cannot "
        f"end while its results are still in the queue. {DRAIN}",
        timed=True,
    )
    return "Everything was squared once, and taken out before the workers were waited for."


def ex09_snapshots(answer: Answer) -> str:
    """Say when a message is pickled, and what therefore arrives."""
    count_up = function_of(answer, "count_up")
    for steps in (chance.randint(5, 9), 0):
        came, ended = beside(answer, messages_of, codes=(0, *SIGNALLED))(count_up, steps)
        _expect_snapshots(steps, came)
        expect(ended, "after its last message the child did not end.", timed=True)
    return "What has been put must not be changed any more."


def _expect_snapshots(steps: int, came: list) -> None:
    """Raise `Wrong` unless these are the messages of so many steps."""
    for step in range(steps):
        wanted = list(range(step + 1))
        expect(
            came[step:] != [None] or step == 0,
            f"{steps} steps were asked for, and the end, None, came after {step}. Is every list "
            "one that can be pickled, and are there as many as steps says?",
        )
        expect(
            step < len(came) and came[step] is not None,
            f"of {steps} steps, expected {wanted}, and nothing came. What cannot be pickled is "
            "lost without an error in the parent; and so is what still waits in the queue, if the "
            "child ends by os._exit(), or with cancel_join_thread(). Put a list.",
        )
        expect(
            isinstance(came[step], list),
            f"expected {wanted}, and {brief(came[step])} came, which is no list.",
        )
        expect(
            came[step] == wanted,
            f"of {steps} steps, expected {wanted}, and {brief(came[step])} came. "
            + _why(came, step),
        )
    end = came[steps] if len(came) > steps else "nothing"
    expect(end is None, f"after {steps} steps the end was expected, None, and {brief(end)} came.")
    more = came[steps + 1 :]
    expect(not more, f"after the end, None, came {brief(more)}. Put None once, at last.")


def _why(came: list, step: int) -> str:
    """Say why a list is not what it should be: it has grown meanwhile, or was wrong at once."""
    if came[step][: step + 1] == list(range(step + 1)) and came[step] in came[step + 1 :]:
        return (
            "put() leaves the list to a thread, which pickles it later, as it is then. Put a copy "
            "that nobody changes any more."
        )
    return "The lists begin with 0, and each has one number more than the one before."


def ex09_owner(answer: Answer) -> str:
    """Replace a lock by an owner; converse through pipes, and close the ends of others."""
    open_office = function_of(answer, "open_office")
    _sell(answer, open_office, chance.randint(5, 30), chance.choice([3, 4]))
    _sell(answer, open_office, 0, 2)
    return "Nothing was sold twice, and only the owner knew how many were left."


HANGS = (
    "Perhaps the owner waits for a client that has gone: there is no EOFError while somebody else "
    "still has the client's end. Close in the parent, at once, every end that you have handed "
    "over; under fork whoever is started before that has a copy of it, the owner too."
)

GONE = (
    "The owner has ended, and clients still wait for an answer: it answers each message, until all "
    "clients are gone."
)


def _sell(answer: Answer, open_office: Function, tickets: int, clients: int) -> None:
    """Have an office opened, and look at what was sold, and by whom."""
    stopped = None
    with gate_for(clients, settled=1.5), record() as timeline:
        try:
            open_office.call((tickets, clients), seconds=5.5)
        except Late as late:
            stopped = late
    timeline.pid = answer.pid
    notes = [note for note in timeline.notes if note.pid != timeline.pid]
    pids = {note.pid for note in notes}
    if stopped:
        where = str(stopped)
        owner_is_gone = "in buy_all" in where and where.count("stood in line") < 2
        raise Wrong(f"{stopped} {GONE if owner_is_gone else HANGS}", timed=True)
    expect(
        len(pids) == len(timeline.notes) == clients,
        f"{clients} clients should have bought, each in a process of its own, and {len(pids)} did.",
    )
    owners = [life for life in answer.crew if life.pid not in pids and not life.of_a_pool]
    expect(
        len(owners) == 1,
        f"beside {clients} clients one more process was expected, the owner of all tickets, and "
        f"there were {len(owners)}. One owner for all.",
    )
    together = at_once([life for life in answer.crew if life.pid in pids])
    expect(
        together == clients,
        f"of {clients} clients only {together} were there at once. Start all before you join one.",
    )
    said = [note.text.split(maxsplit=2) for note in notes]
    odd = [rest[0] for _, _, *rest in said if rest]
    expect(
        not any(word.startswith("(others)") for word in odd),
        "a client took its time, and meanwhile the others waited for an answer. The owner answers "
        "whoever asks: connection.wait(lines) says who has.",
        timed=True,
    )
    expect(
        not odd,
        f"a client asked for a ticket, True or False was expected, and {', '.join(odd)} came. "
        "The owner answers each message, until all clients are gone.",
    )
    bought = sum(int(number) for _, number, *_ in said)
    expect(
        bought == tickets,
        f"there were {tickets} tickets for {clients} clients, and {bought} were bought. One owner "
        "for all clients sells them, and says False when there are none left.",
    )
    last = max(life.ended or 0 for life in answer.crew if life.pid in pids)
    more = (owners[0].ended or last) - last
    expect(
        more < IDLE + LINGER,
        f"the owner ended {more:.1f} seconds after the last client. It knows "
        "that all have gone when it has said False to each, or has seen EOFError from each.",
        timed=True,
    )
