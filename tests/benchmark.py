"""Measure what observing costs, and how near two processes come to twice the speed.

``python -m tests.benchmark`` prints ratios, measured by turns in one run, as
``median (lower quartile to upper quartile)``, and the machine they were measured on.
"""

if __name__ == "__main__":
    # Imported here: a spawned child imports its program's main module, and must find it light.
    from tests.measures import main

    main()
