"""What the lessons of *Processes in Python* import; ``python -m helpers`` opens the course."""

import sys

if sys.version_info < (3, 11):  # every command passes here first; so this file stays Python 2.7
    sys.exit(
        "This course needs Python 3.11 or newer; this one is %s.\n"
        "Try python3 in place of python, or install a newer one from https://www.python.org."
        % sys.version.split()[0]
    )
