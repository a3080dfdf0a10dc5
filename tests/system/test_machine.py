import os
import sys
from pathlib import Path

import pytest

from helpers.system import machine


def test_usable_cpus_respect_the_machine():
    assert 1 <= machine.usable_cpus() <= os.cpu_count()
    assert 0 < machine.usable_cores() <= machine.usable_cpus()


def test_the_gil_is_asked_for_where_it_can_be(monkeypatch):
    monkeypatch.setattr(sys, "_is_gil_enabled", lambda: False, raising=False)
    assert machine.gil_enabled() is False
    monkeypatch.delattr(sys, "_is_gil_enabled")
    assert machine.gil_enabled() is True


@pytest.mark.parametrize(
    ("files", "cores"),
    [
        ({"cpu.max": "150000 100000\n"}, 1.5),
        ({"cpu.max": "max 100000\n"}, None),
        ({"cpu.cfs_quota_us": "50000\n", "cpu.cfs_period_us": "100000\n"}, 0.5),
        ({"cpu.cfs_quota_us": "-1\n", "cpu.cfs_period_us": "100000\n"}, None),
        ({}, None),
    ],
)
def test_a_group_limits_or_does_not(tmp_path, files, cores):
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert machine.group_limit(tmp_path) == cores


@pytest.mark.parametrize(
    ("own", "folder", "name"),
    [
        ("1:name=systemd:/\n0::/docker/abc\n", "docker", "cpu.max"),
        ("3:cpu,cpuacct:/docker/abc\n", "cpu/docker", "cpu.cfs_quota_us"),
        ("3:cpu,cpuacct:/host/docker/abc\n", "cpu", "cpu.cfs_quota_us"),  # seen from within
    ],
)
def test_the_tightest_group_around_us_counts(tmp_path, monkeypatch, own, folder, name):
    (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "cpu").mkdir(exist_ok=True)
    limits = {"cpu.max": "75000 100000", "cpu.cfs_quota_us": "75000"}
    (tmp_path / folder / name).write_text(limits[name], encoding="utf-8")
    (tmp_path / folder / "cpu.cfs_period_us").write_text("100000", encoding="utf-8")
    (tmp_path / "cpu.max").write_text("400000 100000", encoding="utf-8")
    (tmp_path / "own").write_text(own, encoding="utf-8")
    monkeypatch.setattr(machine, "CGROUPS", tmp_path)
    monkeypatch.setattr(machine, "OWN_GROUP", tmp_path / "own")
    assert machine.container_quota() == 0.75
    assert machine.usable_cores() == 0.75


def test_without_control_groups_there_is_no_quota(monkeypatch):
    monkeypatch.setattr(machine, "OWN_GROUP", Path("no such file"))
    assert machine.container_quota() is None
    assert machine.usable_cores() == machine.usable_cpus()
