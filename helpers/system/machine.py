"""What this machine and this Python let a program use: cores, quota, GIL."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

CGROUPS = Path("/sys/fs/cgroup")
OWN_GROUP = Path("/proc/self/cgroup")


def gil_enabled() -> bool:
    """Say whether threads of this Python take turns at running Python code.

    They do not on a free-threaded build whose GIL is off. Source: ``sys._is_gil_enabled`` in the
    Python documentation, new in 3.13.
    """
    return getattr(sys, "_is_gil_enabled", lambda: True)()


def usable_cpus() -> int:
    """Count the logical CPUs that this process may run on, as far as Python knows: one at least.

    This is ``os.process_cpu_count()`` where it exists (Python 3.13), and else the same from what
    earlier versions offer. Both respect CPU affinity only where there is ``os.sched_getaffinity``:
    under Linux, and not under Windows, whatever ``psutil.Process().cpu_affinity()`` says there.
    """
    if hasattr(os, "process_cpu_count"):
        return os.process_cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def container_quota() -> float | None:
    """Read how many cores' worth of CPU time the control group of this process may use.

    A container is such a group. None without a limit, or where there are no control groups.

    Notes
    -----
    Source: ``cpu.max`` in the Linux kernel's documentation of control groups, version 2;
    ``cpu.cfs_quota_us`` in version 1.
    """
    limits = [group_limit(group) for group in _control_groups()]
    return min((limit for limit in limits if limit is not None), default=None)


def usable_cores() -> float:
    """Count the cores' worth of CPU time that this process can get: CPUs, or less by quota."""
    return min(usable_cpus(), container_quota() or float("inf"))


def group_limit(group: Path) -> float | None:
    """Read the limit of one control group: CPU time in each period, divided by the period."""
    try:
        if (group / "cpu.max").exists():
            quota, period = (group / "cpu.max").read_text(encoding="utf-8").split()
        else:
            quota = (group / "cpu.cfs_quota_us").read_text(encoding="utf-8").strip()
            period = (group / "cpu.cfs_period_us").read_text(encoding="utf-8").strip()
    except OSError:
        return None
    return None if quota in ("max", "-1") else int(quota) / int(period)


def _control_groups() -> Iterator[Path]:
    """Find the groups that this process is in, from the innermost out: each may set a limit."""
    try:
        lines = OWN_GROUP.read_text(encoding="utf-8").splitlines()
    except OSError:
        return
    for line in lines:
        _, controllers, own = line.split(":", 2)
        if controllers and "cpu" not in controllers.split(","):
            continue
        top = CGROUPS / ("cpu" if controllers else "")  # version 2 has one tree for all
        group = top / own.strip("/")
        yield from [group, *group.parents[: len(group.parts) - len(top.parts)]]
