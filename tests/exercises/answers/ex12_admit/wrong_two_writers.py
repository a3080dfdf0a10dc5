# hint: who has to be alone
def admit(queue, inside):
    if inside and (inside[0] != "reader" or queue[:1] == ["writer"]):
        return 0
    number = 0
    while number < len(queue) and queue[number] == queue[0]:
        number += 1
    return number
