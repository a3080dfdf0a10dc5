# Find what is wrong: two take the same plate.
def take(plates, changed):
    """Take a plate as soon as there is one; runs in a child.

    plates.value is how many there are; changed is the condition of all who bring and take plates.
    """
    with changed:
        if plates.value == 0:
            changed.wait(timeout=60)
        plates.value -= 1
