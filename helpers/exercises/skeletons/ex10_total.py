# Find what is wrong: visitors get lost.
def visit(total):
    """Count one visitor more in a shared number, a Value; runs in a child."""
    total.value += 1
