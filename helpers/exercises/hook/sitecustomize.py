"""Let every Python process of an answer be seen. Python imports a module of this name as it starts.

The folder is the first in the ``PYTHONPATH`` of an answer, and of all that it starts. Source: the
module `site` in the Python documentation.
"""

import os
import sys
from importlib.machinery import PathFinder
from importlib.util import module_from_spec

from helpers.exercises import witness

witness.begin()

# The machine may have a module of this name as well, which is hidden by this one.
if its := PathFinder.find_spec(
    __name__, [each for each in sys.path if each != os.path.dirname(__file__)]
):
    its.loader.exec_module(module_from_spec(its))
