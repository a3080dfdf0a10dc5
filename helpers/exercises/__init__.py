"""The exercises: a judge for each, by lesson, and the files that a learner begins with.

An exercise ``ex03_invitations`` is judged by the function of this name in ``lesson_03``; the first
line of that function's docstring is the objective that it tests. Four processes take part:

- `check` in the notebook's kernel starts the judge, keeps the deadline, and ends everything
- `judge` never imports an answer, so that no answer can tell it what to say
- `answering` imports the answer, calls its functions and what is in `experiments`, and is asked
  for results by `asking`, in the judge
- the children that an answer starts import only it and `workers`, which are light

Every process of an answer runs `witness` as well, which takes notes; `notes` puts them together,
`review` looks at them after each call, and `standing` says where a process hangs.
"""

# In the environment of an answer, for `witness`.
ANSWER = "PROCESSES_COURSE_ANSWER"  # the name of its module
FOLDER = "PROCESSES_COURSE_WITNESS"  # where its processes write their notes
UNTIL = "PROCESSES_COURSE_UNTIL"  # when it is too late to write any, in seconds since the epoch

# Their judges are handed the path of the answer, which is a program, and not an imported module.
PROGRAMS = {"ex04_program", "ex07_program", "ex08_programs", "ex15_ending"}
