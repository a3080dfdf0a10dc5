"""Have a connection to a database, and a transaction begun; let a child roll it back.

``python -m helpers.scripts.open_database METHOD``
"""

import sqlite3
import sys
import tempfile
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path


def take_back(database) -> None:
    """Take back what is not committed, for a clean beginning: a child of the program."""
    print("the child is in a transaction:", database.in_transaction)
    database.rollback()


def enter_anna(method: str, path: Path) -> None:
    """Enter anna; before the commit, start a child that has the connection, too."""
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE guests (name TEXT)")
        database.execute("INSERT INTO guests VALUES ('anna')")
        child = get_context(method).Process(target=take_back, args=(database,))
        child.start()
        child.join(timeout=60)
        database.commit()


def main(method: str) -> None:
    """Print the error that there was, and who is in the database."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "guests.db")
        try:
            enter_anna(method, path)
        except (sqlite3.Error, TypeError) as error:
            print(f"{type(error).__name__}: {error}")
        with closing(sqlite3.connect(path)) as database:
            rows = database.execute("SELECT name FROM guests").fetchall()
            print("in the database:", rows)


if __name__ == "__main__":
    main(sys.argv[1])
