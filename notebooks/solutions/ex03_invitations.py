"""Right, because the tuple has both arguments, and each pid is read after the start."""

from multiprocessing import Process

from helpers.exercises.workers.lesson_03 import invite


def invite_all(host, guests):
    """For each guest run invite(guest, host, drink="tea") in a process with the guest's name.

    Wait for all of them. Return a dictionary from each name to the pid of its process.
    """
    visits = [
        Process(target=invite, args=(guest, host), kwargs={"drink": "tea"}, name=guest)
        for guest in guests
    ]
    for visit in visits:
        visit.start()
    for visit in visits:
        visit.join(timeout=60)
    return {visit.name: visit.pid for visit in visits}


if __name__ == "__main__":
    from helpers.recording import record

    with record() as timeline:
        print(invite_all("dora", ["anna", "bo"]))
    for note in timeline.notes:
        print(note.text)
