"""The course as a whole: its set-up and its shape."""

import re

from helpers.environment import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_nothing_else_is_visible_at_the_root():
    visible = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    course = {"README.md", "requirements.txt", "notebooks", "helpers", "tests"}
    for_tools = {"LICENSE", "pyproject.toml", "conftest.py", "__pycache__", "uv.lock"}
    assert course <= visible <= course | for_tools


def test_the_readme_names_the_two_commands_that_exist():
    for package in ("helpers", "tests"):
        assert f"\npython -m {package}\n" in README
        assert (ROOT / package / "__main__.py").is_file()


def test_each_requirement_has_a_lower_bound_and_a_reason():
    for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(r"[a-z-]+>=[\d.]+ +# .+", line)
