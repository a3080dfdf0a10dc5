import re


def diagnose(dump):
    found = {"not read": [], "locks": [], "no sender": [], "busy": []}
    for block in re.split("^(?=Process )", dump, flags=re.MULTILINE)[1:]:
        pid = int(block.split(":")[0].split()[1])
        state, frames = re.search(r'\((\S+)\): "MainThread"\n((?:    .+\n)*)', block).groups()
        top = frames.split("\n")
        if "Queue._finalize_join (" in frames:
            found["not read"].append(pid)
        elif "Queue.get (" in frames:
            found["no sender"].append(pid)
        elif "SemLock.__enter__" in top[0]:
            found["locks"].append(pid)
        elif state.startswith("active"):
            found["busy"].append(pid)
    if len(found["locks"]) < 2:
        found["locks"] = []
    for kind, pids in found.items():
        if pids:
            return [kind, set(pids)]
