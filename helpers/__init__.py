"""What the lessons of *Processes in Python* import; ``python -m helpers`` opens the course."""
