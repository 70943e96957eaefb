"""Keeps the file of an SQLite database in the order of its figures, so that neighbours are read together."""

from __future__ import annotations

import logging
import sqlite3

from sqlalchemy import text

from data.store.errors import DatabaseBusy
from data.store.series import SeriesQuestions

STEPS_UNTIL_TIDY = 20
"""Releases that came or went since the last time; a department has fewer in half a year."""

log = logging.getLogger(__name__)


class Tidying(SeriesQuestions):
    """Part of `Store`."""

    def tidy(self, *, after: int = STEPS_UNTIL_TIDY) -> bool:
        """Write the file anew where many releases came or went since the last time; whether it did.

        Every release splits pages in the middle of the file. A table of one month then costs a tenth more than from
        pages in order. Half a second for a million figures; others wait meanwhile. PostgreSQL looks after itself.
        """
        done = self.database.rows("SELECT value FROM counter WHERE name = 'tidied'")
        steps = self.version()
        if not self.database.is_sqlite or steps - (done[0][0] if done else 0) < after:
            return False
        try:
            self.database.vacuum()
            with self.database.write() as connection:
                connection.execute(text("DELETE FROM counter WHERE name = 'tidied'"))
                connection.execute(
                    text("INSERT INTO counter (name, value) VALUES ('tidied', :steps)"), {"steps": steps}
                )
        except (DatabaseBusy, sqlite3.OperationalError) as problem:  # somebody writes, or the disk is nearly full
            log.warning("the database was not put in order: %s", problem)
            return False
        return True
