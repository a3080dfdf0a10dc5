def diagnose(dump):
    kinds = {"not read": [], "locks": [], "no sender": [], "busy": []}
    pid, main = 0, False
    states = {}
    for line in dump.splitlines():
        if line.startswith("Process "):
            pid = int(line.split()[1].rstrip(":"))
            states[pid] = {"active": False, "frames": []}
        elif line.startswith("Thread "):
            main = line.endswith('"MainThread"')
            if main and "(active" in line:
                states[pid]["active"] = True
        elif line.startswith("    ") and main:
            states[pid]["frames"].append(line.split()[0])
    for pid, seen in states.items():
        frames = seen["frames"]
        if "Queue._finalize_join" in frames:
            kinds["not read"].append(pid)
        if "Queue.get" in frames:
            kinds["no sender"].append(pid)
        if frames[0] == "SemLock.__enter__" and frames[1] != "Queue.get":
            kinds["locks"].append(pid)
        if seen["active"]:
            kinds["busy"].append(pid)
    for kind, pids in kinds.items():
        if len(pids) > (kind == "locks"):
            return kind, pids
