"""The tests of the course; ``python -m tests`` runs them all."""

import helpers  # noqa: F401 - it tells an old Python what is needed
