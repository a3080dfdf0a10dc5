"""The anatomy of every lesson: what a learner finds in each, and what must not be committed."""

import ast
import html
import re
import statistics
from itertools import takewhile

import nbformat
import pytest

from helpers.environment import ROOT

FOLDER = ROOT / "notebooks"
LESSONS = sorted(FOLDER.glob("*.ipynb"))
HEADINGS = ["Recap", "Common mistakes", "Words", "Next"]
METADATA = {
    "kernelspec": {
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "name": "python3",
    }
}
TAGS = {"nbval-ignore-output", "raises-exception"}
# A path of somebody's machine: a home or temporary folder, a drive, or where Python is installed.
MACHINE = re.compile(
    r"/(home|Users|root|tmp|var|opt|usr|private)/|[A-Z]:\\|site-packages|\bpid[ =]\d"
)


@pytest.fixture(params=LESSONS, ids=lambda path: path.stem)
def path(request):
    return request.param


@pytest.fixture
def lesson(path):
    return nbformat.read(path, as_version=4)


@pytest.fixture
def prose(lesson):
    return [cell.source for cell in lesson.cells if cell.cell_type == "markdown"]


@pytest.fixture
def code(lesson):
    return [cell for cell in lesson.cells if cell.cell_type == "code"]


@pytest.fixture
def teaching(lesson):
    """All cells but those of the exercises and what comes after them."""
    return list(takewhile(lambda cell: not cell.source.startswith("## Exercises"), lesson.cells))


def lines(cell):
    return [line for line in cell.source.splitlines() if line.strip()]


def words(text):
    """Count words; those of an answer that is folded up do not count."""
    return len(re.findall(r"\w+", re.sub(r"<details>.*?</details>", "", text, flags=re.S)))


def texts(cell):
    """Give every text of a cell's outputs, each with its type."""
    for output in cell.get("outputs", []):
        if output.output_type == "stream":
            yield output.name, output.text
        elif output.output_type == "error":
            yield "error", "\n".join([output.evalue, *output.traceback])
        else:
            yield from output.data.items()


def test_listings_fit_into_the_window(code):
    """JupyterLab breaks what is wider in the middle of a word: 1280 pixels, with the files."""
    given = (text for cell in code for kind, text in texts(cell) if kind == "text/markdown")
    wide = [line for text in given for line in text.splitlines() if len(line) > 89]
    assert [line for line in wide if not line.startswith("def ")] == []  # those break at "->"


def test_there_are_lessons_numbered_without_a_gap():
    assert [path.name[:3] for path in LESSONS] == [f"{n:02}-" for n in range(len(LESSONS))]
    assert len(LESSONS) >= 3


def test_it_opens_with_title_question_objectives_and_time(prose):
    title, opening = prose[0], prose[1]
    assert re.match(r"# \w+", title) and "?**" in title
    assert opening.startswith("**You will learn to**")
    assert 3 <= len(re.findall(r"^- [a-z]", opening, re.M)) <= 5
    assert "**You need**" in opening
    assert re.search(r"\*\*Time:\*\* \d+ minutes in class, \d+ minutes alone", opening)


def test_it_closes_with_recap_mistakes_words_and_next(prose):
    found = [re.match(r"## (.+)", cell) for cell in prose]
    headings = [match[1] for match in found if match]
    assert [heading for heading in headings if heading in HEADINGS] == HEADINGS
    sections = {match[1]: cell for match, cell in zip(found, prose, strict=True) if match}
    objectives = len(re.findall(r"^- ", prose[1], re.M))
    assert len(re.findall(r"^- ", sections["Recap"], re.M)) == objectives
    assert "| symptom | cause | cure |" in sections["Common mistakes"]
    assert sections["Common mistakes"].count("\n|") >= 5  # the head, the line, 3 mistakes
    assert 3 <= len(re.findall(r"^- \*\*", sections["Words"], re.M)) <= 8


def test_it_asks_before_it_shows(prose):
    assert sum("**Predict" in cell for cell in prose) >= 2


def test_prose_and_code_take_turns(teaching):
    kinds = "".join(cell.cell_type[0] for cell in teaching)
    assert "ccc" not in kinds
    after_prose = len(re.findall("mc", kinds))
    assert after_prose / kinds.count("c") >= 0.75


def test_cells_are_small(teaching, prose):
    code = [cell for cell in teaching if cell.cell_type == "code"]
    sizes = [len(lines(cell)) for cell in code]
    assert max(sizes) <= 15
    assert statistics.median(sizes) <= 5
    assert len(teaching) <= 50
    assert all(words(cell) <= 150 for cell in prose if "|" not in cell)
    assert len(lines(code[0])) <= 8


def test_there_is_more_prose_than_code(teaching):
    counts = {"markdown": 0, "code": 0}
    for cell in teaching:
        counts[cell.cell_type] += words(cell.source)
    ratio = counts["markdown"] / counts["code"]
    assert 1.5 <= ratio <= 7


def test_every_code_cell_parses_and_function_says_what_it_does(teaching):
    for cell in [cell for cell in teaching if cell.cell_type == "code"]:
        tree = ast.parse(re.sub(r"^[%!].*$", "pass", cell.source, flags=re.M))
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                assert ast.get_docstring(node), f"{node.name} has no docstring"


def test_every_wait_has_a_deadline(code):
    for cell in code:
        assert not re.search(r"\.(join|get|wait|acquire|recv)\(\)", cell.source), cell.source


def test_it_was_run_from_top_to_bottom(code):
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    for cell in code:
        for output in cell.outputs:
            if output.output_type == "execute_result":
                assert output.execution_count == cell.execution_count


def test_outputs_are_there_and_free_of_errors(code):
    assert sum(bool(cell.outputs) for cell in code) > len(code) / 2
    for cell in code:
        tagged = "raises-exception" in cell.metadata.get("tags", [])
        kinds = [output.output_type for output in cell.outputs]
        assert ("error" in kinds) == tagged, cell.source
        assert not any(kind == "stderr" for kind, _ in texts(cell)), cell.source


def test_every_finding_held_and_is_compared(code):
    said = 0
    for cell in code:
        for kind, text in texts(cell):
            if kind == "stdout" and "finding(" in cell.source:
                assert "NO:" not in text and "not measurable" not in text
                # Committed is what Linux says, so that only this Python may lack anything.
                for why in re.findall(r"not to be seen here \((.*?)\)", text):
                    assert "Python" in why
                assert "nbval-ignore-output" not in cell.metadata.get("tags", [])
                said += text.count("yes:")
    assert said >= 4


def test_only_speed_is_measured_later(code):
    for cell in [cell for cell in code if "finding(" in cell.source]:
        tree = ast.parse(re.sub(r"^[%!].*$", "pass", cell.source, flags=re.M))
        for call in [node for node in ast.walk(tree) if isinstance(node, ast.Call)]:
            if ast.unparse(call.func) == "finding" and len(call.args) > 2:
                assert ast.unparse(call.args[2]).startswith("obstacle_to_speed("), cell.source


CLAIMED = [  # what the committed pictures say of a quiet machine: lesson, words, from, to
    ("00", r"The work kept ([\d.]+) of 2 cores busy", 1.7, 2.0),
    ("01", r"Two threads take ([\d.]+) times as long as two processes", 1.5, 2.5),
    ("02", r"([\d.]+) times as fast at best, where the cores allow 2.0", 1.6, 2.1),
    ("04", r"Spawn costs ([\d.]+) times as much as the cheapest way", 2.0, 100.0),
    ("08", r"With all waits outside of the lock the sale is ([\d.]+) times as fast", 2.0, 50.0),
    ("09", r"One owner needs ([\d.]+)% of the time of a lock", 1.0, 50.0),
]


@pytest.mark.parametrize(("number", "words", "least", "most"), CLAIMED)
def test_what_is_committed_was_measured_on_a_quiet_machine(number, words, least, most):
    (path,) = FOLDER.glob(f"{number}-*.ipynb")
    cells = nbformat.read(path, as_version=4).cells
    said = "\n".join(text for cell in cells for _, text in texts(cell) if isinstance(text, str))
    (claim,) = set(re.findall(words, html.unescape(said)))
    assert least <= float(claim) <= most


def test_few_outputs_are_not_compared(teaching):
    code = [cell for cell in teaching if cell.cell_type == "code"]
    ignored = [cell for cell in code if "nbval-ignore-output" in cell.metadata.get("tags", [])]
    assert len(ignored) <= len(code) / 4


def test_metadata_is_clean(lesson):
    assert lesson.metadata == METADATA
    assert (lesson.nbformat, lesson.nbformat_minor) == (4, 5)
    for cell in lesson.cells:
        assert set(cell.metadata) <= {"tags"}
        assert set(cell.metadata.get("tags", [])) <= TAGS
    ids = [cell.id for cell in lesson.cells]
    assert len(set(ids)) == len(ids)


def test_no_path_or_pid_of_a_machine_is_in_an_output(code):
    for cell in code:
        for kind, text in texts(cell):
            if not kind.startswith("image/"):
                shown = re.sub(r"base64,[\w+/=]+", "", text)
                assert not MACHINE.search(shown), MACHINE.search(shown)


def test_every_picture_has_words_of_ours_in_the_form_that_lasts(code):
    pictures = 0
    for cell in code:
        for kind, text in texts(cell):
            assert not kind.startswith("image/"), f"a picture without words: {cell.source}"
            for picture in re.findall(r"<img [^>]*>", text) if kind == "text/html" else []:
                (alt,) = re.findall(r' alt="([^"]*)"', picture)
                assert words(html.unescape(alt)) >= 5
                pictures += 1
    assert pictures


def test_links_within_the_course_lead_somewhere(prose):
    targets = re.findall(r"\]\((?!https?://)([^)]+)\)", "\n".join(prose))
    assert targets  # to the next lesson, at least
    for target in targets:
        file, _, anchor = target.partition("#")
        assert (FOLDER / file).is_file(), target
        assert not anchor, f"{target}: link to lessons, not into them"


def test_every_prediction_has_an_answer_that_folds_open(prose):
    asked = [cell for cell in prose if "**Predict" in cell and "1. **Predict.**" not in cell]
    for cell in asked:
        question, answer, end = re.split(r"<details><summary>Answer</summary>|</details>$", cell)
        assert "**Predict" in question and not end
        assert answer.startswith("\n\n") and answer.endswith("\n\n")  # or Markdown is not read
        assert 5 <= len(answer.split()) <= 60, answer


def test_what_folds_open_also_closes(prose):
    for cell in prose:
        assert cell.count("<details>") == cell.count("</details>") == cell.count("<summary>")


def test_the_table_of_lessons_is_complete_and_knows_their_times():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"\(notebooks/([\w-]+\.ipynb)\).*\| (\d+), (\d+) minutes \|", readme)
    assert [row[0] for row in rows] == [path.name for path in LESSONS]
    for path, (_, *minutes) in zip(LESSONS, rows, strict=True):
        opening = nbformat.read(path, as_version=4).cells[1].source
        assert re.search("{} minutes in class, {} minutes alone".format(*minutes), opening), path
