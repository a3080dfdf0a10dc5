"""Let pytest use the course's own checks for tests and notebooks alike."""

pytest_plugins = ["tests.excuses", "tests.plugin"]
