def take(plates, changed):
    taken = False
    while not taken:
        with changed:
            if plates.value:
                plates.value -= 1
                taken = True
            else:
                changed.wait(0.5)
