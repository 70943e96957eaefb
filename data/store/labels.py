"""What analysts answered about row labels that the catalogue lacks, so that nobody is asked twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert

from data.schema import learned_alias
from data.store.database import moment, now
from data.store.series import SeriesQuestions


@dataclass(frozen=True, slots=True)
class LearnedAlias:
    """One answer. `path` is `path_key(parents, label)`, `area` empty where the answer holds everywhere.

    `item` is the code of an item; for something new it is the provisional code that the label keeps.
    """

    table: str
    path: str
    item: str
    area: str = ""
    by: str = ""
    at: datetime | None = None


class LearnedLabels(SeriesQuestions):
    """Part of `Store`."""

    def learn_alias(self, table: str, path: str, item: str, *, by: str, area: str = "") -> None:
        """Remember an answer. An earlier one about the same label stays on record and no longer counts."""
        row = {"table_code": table, "area": area, "path": path, "item": item, "by": by, "at": now()}
        with self.database.write() as connection:
            connection.execute(insert(learned_alias), row)

    def learned_aliases(self, table: str | None = None) -> list[LearnedAlias]:
        """The answers that count, in the order in which they were given; of one table if it is named."""
        sql = (
            'SELECT table_code, path, item, area, "by", at FROM learned_alias AS a WHERE id = (SELECT max(id)'
            " FROM learned_alias AS n WHERE n.table_code = a.table_code AND n.area = a.area AND n.path = a.path)"
            + (" AND table_code = ?" if table is not None else "")
            + " ORDER BY id"
        )
        rows = self.database.rows(sql, (table,) if table is not None else ())
        return [LearnedAlias(table, path, item, area, by, moment(at)) for table, path, item, area, by, at in rows]
