"""A teacher gets a table and a file for a spreadsheet, whatever the students' folders are like."""

import csv
import os
import shutil
import subprocess
import sys

import pytest

from helpers.environment import ROOT
from helpers.exercises import answers, check, remembered, reports, students
from tests.exercises.trials import SOLUTIONS

NAMES = ["ex00_machine", "ex00_reading", "ex02_speedup"]


@pytest.fixture(autouse=True)
def three_exercises(monkeypatch, tmp_path):
    """Do as if the course had only three exercises, which start no process."""
    monkeypatch.setattr(answers, "exercises", lambda: NAMES)
    monkeypatch.setattr(remembered, "FILE", tmp_path / ".verdicts.json")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "class").mkdir()
    return tmp_path / "class"


def hand_in(folder, *names):
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        shutil.copy(SOLUTIONS / f"{name}.py", folder)


def rows(file):
    with open(file, encoding="utf-8-sig", newline="") as lines:
        return {row["student"]: row for row in csv.DictReader(lines)}


def test_a_teacher_gets_a_table(folder):
    hand_in(folder / "ada", *NAMES)
    hand_in(folder / "grace" / "course" / "notebooks", "ex00_reading")
    hand_in(folder / "grace" / "course" / "notebooks" / "solutions", *NAMES)  # ours, not hers
    for name in ["nobody", ".git", "__MACOSX"]:
        (folder / name).mkdir()
    assert [line.split() for line in students.report(folder)] == [
        ["student", "00", "02", "all", "too", "busy"],
        ["2", "1", "3"],
        ["ada", "2", "1", "3", "0"],
        ["grace", "1", "0", "1", "0"],
        ["nobody", "0", "0", "0", "0"],
    ]


def test_a_spreadsheet_gets_a_row_for_each_student(monkeypatch, folder, tmp_path):
    words = dict(zip(NAMES, ["right. Ö.", "not right yet: no", "too busy to tell: x"], strict=True))
    monkeypatch.setattr(check, "verdict", lambda name, folder: words[name])
    hand_in(folder / "Žofie", *NAMES)
    hand_in(folder / "=1+1", NAMES[0])
    file = tmp_path / "marks.csv"
    *_, last = students.report(folder, file)
    assert str(file) in last
    assert file.read_bytes().startswith(b"\xef\xbb\xbfstudent,right,not right yet,not done yet,")
    found = rows(file)
    assert list(found) == ["'=1+1", "Žofie"]
    assert list(found["Žofie"].values()) == [
        *["Žofie", "1", "1", "0", "1", "0"],
        *["right", "not right yet", "too busy to tell", ""],
    ]
    assert (
        found["'=1+1"]["not done yet"] == "2" and found["'=1+1"]["ex02_speedup"] == "not done yet"
    )


@pytest.mark.parametrize(
    ("file", "words"), [("marks.py", "should end in .csv"), ("no/m.csv", "its folder is not there")]
)
def test_a_file_that_cannot_be_written_is_named_before_anything_is_judged(
    monkeypatch, folder, tmp_path, file, words
):
    hand_in(folder / "ada", *NAMES)
    monkeypatch.setattr(students, "judge_all", lambda *arguments: pytest.fail("judged"))
    with pytest.raises(SystemExit, match=words):
        reports.main([str(folder), "--csv", str(tmp_path / file)])
    assert not (tmp_path / file).exists()


def test_what_breaks_in_one_folder_does_not_stop_the_others(monkeypatch, folder, tmp_path):
    hand_in(folder / "ada", *NAMES)
    hand_in(folder / "grace", *NAMES)
    with (folder / "ada" / "ex00_reading.py").open("a") as answer:
        answer.write("# mine\n")
    real = check.verdict

    def unreadable(name, folder):
        if (folder.name, name) == ("ada", "ex00_reading"):
            raise PermissionError(13, "Permission denied")
        return real(name, folder)

    monkeypatch.setattr(check, "verdict", unreadable)
    file = tmp_path / "marks.csv"
    said = list(students.report(folder, file))
    assert said[2].split() == ["ada", "1", "1", "2", "0"]
    assert said[3].split() == ["grace", "2", "1", "3", "0"]
    assert said[4].startswith(
        "\nada: ex00_reading could not be judged: PermissionError: [Errno 13]"
    )
    assert rows(file)["ada"]["could not be judged"] == "1"
    assert "Permission denied" in rows(file)["ada"]["remarks"]


def test_a_folder_that_cannot_be_listed_is_no_zero_without_a_word(monkeypatch, folder):
    (folder / "ada").mkdir()

    def walk(place, onerror):
        onerror(PermissionError(13, "Permission denied"))
        return iter(())

    monkeypatch.setattr(os, "walk", walk)
    assert list(students.report(folder))[-1] == "\nada: [Errno 13] Permission denied"


def test_an_answer_that_is_no_file_is_not_done_yet(folder):
    (folder / "ada" / "ex00_machine.py").mkdir(parents=True)
    hand_in(folder / "ada", "ex00_reading")
    assert list(students.report(folder))[2].split() == ["ada", "1", "0", "1", "0"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_strange_names_break_neither_table_nor_file(folder, tmp_path):
    hand_in(folder / "two\nlines\t", "ex00_reading")
    hand_in(folder / os.fsdecode(b"J\xfcrgen"), "ex00_reading")
    (folder / "fifo").mkdir()
    os.mkfifo(folder / "fifo" / "ex00_reading.py")
    (folder / "ring").mkdir()
    (folder / "ring" / "ring").symlink_to(folder / "ring", target_is_directory=True)
    (folder / "ring" / "ex00_reading.py").symlink_to(folder / "nowhere")
    file = tmp_path / "marks.csv"
    table = list(students.report(folder, file))
    assert len("".join(table[:6]).splitlines()) == 1
    assert {name: row["right"] for name, row in rows(file).items()} == {
        "J\\udcfcrgen": "1",
        "two\\nlines\\t": "1",
        "fifo": "0",
        "ring": "0",
    }


def test_an_answer_that_is_there_twice_is_named(folder):
    hand_in(folder / "ada", "ex00_reading")
    (folder / "ada" / "copy").mkdir()
    (folder / "ada" / "copy" / "ex00_reading.py").write_text("seconds_computing = None\n")
    *_, row, remark = students.report(folder)
    assert row.split() == ["ada", "1", "0", "1", "0"]
    where = os.path.join("copy", "ex00_reading.py")
    assert remark == f"\nada: {where} is not used, but ex00_reading.py"


def test_a_folder_without_students_is_named(folder, capsys):
    with pytest.raises(SystemExit, match="there is no folder"):
        reports.main([str(folder / "nowhere")])
    with pytest.raises(SystemExit, match="should have a folder for each student"):
        reports.main([str(folder)])
    assert not capsys.readouterr().out


def test_it_is_a_program(folder):
    (folder / "ada").mkdir()
    command = [sys.executable, "-m", "helpers.progress", folder]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.splitlines()[-1].split()[0] == "ada"
