import os

import psutil

from helpers.system.memory import measure


def test_where_uss_is_not_told_it_is_nan(monkeypatch):
    def refuse(self):
        raise psutil.AccessDenied(self.pid)

    monkeypatch.setattr(psutil.Process, "memory_full_info", refuse)
    (own,) = measure([os.getpid()])
    assert own.rss > 0 and own.uss != own.uss
