"""What a learner wrote is never lost."""

import pytest

from helpers.exercises.answers import SKELETONS, begin_anew, untouched, write_answer

NAME = "ex00_dinner"
SKELETON = (SKELETONS / f"{NAME}.py").read_text(encoding="utf-8")


@pytest.fixture
def write(tmp_path):
    return lambda text: write_answer(NAME, text, tmp_path)


@pytest.fixture
def file(tmp_path):
    return tmp_path / f"{NAME}.py"


def kept(file):
    return [path.read_text(encoding="utf-8") for path in sorted(file.parent.glob("*/*.py"))]


def test_a_skeleton_is_written_and_an_answer_replaces_it(write, file):
    assert write(SKELETON) == "ex00_dinner.py is written."
    assert write("answer = 'ö'\n") == "ex00_dinner.py is written."
    assert file.read_bytes() == "answer = 'ö'\n".encode()
    assert kept(file) == []


def test_a_skeleton_never_replaces_an_answer(write, file):
    write("answer = 1\n")
    for skeleton in [SKELETON, f"# another layout\n\n{SKELETON}"]:
        assert write(skeleton).startswith("ex00_dinner.py holds an answer of yours, and is kept.")
    assert file.read_text(encoding="utf-8") == "answer = 1\n"
    assert kept(file) == []


def test_an_answer_that_is_replaced_is_kept_each_time(write, file):
    for answer in ["answer = 1\n", "half a line (\n", "answer = 3\n", "answer = 3\n"]:
        said = write(answer)
    assert said == "ex00_dinner.py is written."  # the same once more: nothing to keep
    assert kept(file) == ["answer = 1\n", "half a line (\n"]


def test_what_is_kept_is_not_overwritten_by_what_is_kept_later(write, file):
    for number in range(3):
        write(f"answer = {number}\n")
    (file.parent / "old-answers" / "ex00_dinner-1.py").unlink()
    said = write("answer = 3\n")
    assert said.endswith("What was in it before is kept in old-answers/ex00_dinner-3.py.")
    assert kept(file) == ["answer = 1\n", "answer = 2\n"]


def test_an_answer_that_is_no_text_is_kept_as_it_is(write, file):
    file.write_bytes(b"name = '\xe9'\n")
    write("answer = 1\n")
    assert (file.parent / "old-answers" / "ex00_dinner-1.py").read_bytes() == b"name = '\xe9'\n"


def test_an_unknown_exercise_is_named(tmp_path):
    with pytest.raises(ValueError, match="name must be one of ex00_dinner.*not 'ex99_nothing'"):
        write_answer("ex99_nothing", "", tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["answer = 1\n", f"{SKELETON}# what I have thought of\n"])
def test_who_begins_anew_has_the_old_answer_too(write, file, text):
    file.write_text(text, encoding="utf-8")
    said = begin_anew(NAME, file.parent)
    assert "in it before is kept in old-answers/ex00_dinner-1.py. The exercise's cell" in said
    assert file.read_text(encoding="utf-8") == SKELETON
    assert kept(file) == [text]
    assert begin_anew(NAME, file.parent) == "ex00_dinner.py is as it was at the beginning."
    assert kept(file) == [text]


def test_an_exercise_that_was_never_begun_can_be_begun(file):
    begin_anew(NAME, file.parent)
    assert file.read_text(encoding="utf-8") == SKELETON
    assert kept(file) == []
    with pytest.raises(ValueError, match="name must be one of ex00_dinner.*not '../ex00_dinner'"):
        begin_anew("../ex00_dinner", file.parent)


@pytest.mark.parametrize("text", ["-" * 200_000 + "1", "+".join(["1"] * 20_000)])
def test_an_answer_that_is_nested_deeply_is_an_answer(text):
    assert not untouched(text, NAME)
