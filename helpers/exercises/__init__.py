"""The exercises: a judge for each, by lesson, and the files that a learner begins with.

An exercise ``ex03_invite`` is judged by the function of this name in ``lesson_03``; the first
line of that function's docstring is the objective that it tests. What is imported here runs in
the process of a learner's answer, so it is light.
"""
