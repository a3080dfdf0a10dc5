"""Real programs, for lessons about how a program starts and ends; see `helpers.system.programs`."""
