from multiprocessing import Process, Queue

from helpers.exercises.workers.lesson_14 import weigh


def add_up(number, parcels, answers):
    total = 0
    for _ in range(parcels.get()):
        total += weigh(parcels.get())
    answers.put((number, total))


def add_up_all(loads):
    answers, crew, queues = Queue(), [], []
    for number, load in enumerate(loads):
        queues.append(Queue())
        queues[-1].put(len(load))
        for parcel in load:
            queues[-1].put(parcel)
        crew.append(Process(target=add_up, args=(number, queues[-1], answers)))
        crew[-1].start()
    totals = dict(answers.get() for _ in crew)
    for process in crew:
        process.join()
    return [totals[number] for number in range(len(loads))]
