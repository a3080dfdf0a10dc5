"""Show how far you have come with the exercises: ``python -m helpers.progress``.

For teachers: ``python -m helpers.progress FOLDER`` makes one table of the answers of several
students. It runs these answers, as the students' own checks do.
"""

import sys

from helpers.environment import prepare, run

if __name__ == "__main__":
    try:
        from helpers.exercises.reports import main
    except ModuleNotFoundError:  # this Python lacks what the course needs; the course's own has it
        sys.exit(run([prepare(), "-m", "helpers.progress", *sys.argv[1:]]))
    main()
