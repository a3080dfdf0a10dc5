"""Find holes in the judges of the exercises: a tool for maintainers, and no part of the tests.

``python -m tests.mutants`` makes a small mistake in each right answer, one at a time, and has all
of these mutants judged. One that is still called right survives. It is the same program, or right
as well, and then `same.txt` says why; or the judge has a hole.
"""
