"""The exercises: a judge for each, by lesson, and the files that a learner begins with.

An exercise ``ex03_invitations`` is judged by the function of this name in ``lesson_03``; the first
line of that function's docstring is the objective that it tests. Four processes take part:

- `check` in the notebook's kernel starts the judge, keeps the deadline, and ends everything
- `judge` never imports an answer, so that no answer can tell it what to say
- `answering` imports the answer, calls its functions and what is in `experiments`, and is asked
  for results by `asking`, in the judge
- the children that an answer starts import only it and `workers`, which are light
"""

# Their judges are handed the path of the answer, which is a program, and not an imported module.
PROGRAMS = {"ex04_program", "ex07_program", "ex08_programs"}
