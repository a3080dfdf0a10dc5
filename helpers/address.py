"""A JupyterLab extension that prints the address of the first lesson; `helpers.__main__` loads it.

Jupyter's own addresses stand in the middle of its log, and lead to no lesson.
"""

FIRST_LESSON = "notebooks/00-start-here.ipynb"
PAUSE = 2  # seconds; by then Jupyter's log has come to its end


def lesson_address(server) -> str:
    """Return the address of the first lesson on a running server.

    The token is in it if Jupyter made one. If there is a password, or a token of the user's own,
    Jupyter's page asks for it.
    """
    provider = server.identity_provider
    token = f"?token={provider.token}" if provider.token and provider.token_generated else ""
    return f"{server.connection_url}lab/tree/{FIRST_LESSON}{token}"


def _load_jupyter_server_extension(server) -> None:
    """Print the address once the server has started and answers: Jupyter calls this by its name."""

    def tell() -> None:
        print(f"\nThe first lesson: {lesson_address(server)}", flush=True)

    server.io_loop.call_later(PAUSE, tell)
