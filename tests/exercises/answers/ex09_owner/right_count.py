from multiprocessing import Pipe, Process

from helpers.exercises.workers.lesson_09 import buy_all


def own(tickets, lines):
    while lines:
        for line in list(lines):
            if line.poll(0.01):
                line.recv()
                line.send(bool(tickets))
                if tickets:
                    tickets -= 1
                else:
                    lines.remove(line)


def open_office(tickets, clients):
    pipes = [Pipe() for _ in range(clients)]
    crew = [Process(target=own, args=(tickets, [here for here, _ in pipes]))]
    crew += [Process(target=buy_all, args=(there,)) for _, there in pipes]
    for process in crew:
        process.start()
    for process in crew:
        process.join()
    for pair in pipes:
        for end in pair:
            end.close()
