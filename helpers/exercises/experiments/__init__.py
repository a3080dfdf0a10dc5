"""What a judge has done with a learner's functions in the process of the answer; by lesson.

An experiment returns what it has seen, and judges nothing, since an answer can change everything
in its own process. It is imported there and in children, so it is light.
"""
