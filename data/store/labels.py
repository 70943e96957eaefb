"""What analysts answered about row labels and headings that are not known, so that nobody is asked twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert

from data.schema import learned_alias, learned_heading
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

    def learn_heading(self, table: str, shape: str, answer: str, *, by: str, area: str = "") -> None:
        """Remember what a heading means. An earlier answer about it stays on record and no longer counts."""
        row = {"table_code": table, "area": area, "shape": shape, "answer": answer, "by": by, "at": now()}
        with self.database.write() as connection:
            connection.execute(insert(learned_heading), row)

    def learned_headings(self) -> list[tuple[str, str, str, str]]:
        """(table, area or empty, shape, answer) of the answers that count, in the order in which they were given."""
        rows = self.database.rows(
            "SELECT table_code, area, shape, answer FROM learned_heading AS a WHERE id = (SELECT max(id)"
            " FROM learned_heading AS n WHERE n.table_code = a.table_code AND n.area = a.area AND n.shape = a.shape)"
            " ORDER BY id"
        )
        return [(str(table), str(area), str(shape), str(answer)) for table, area, shape, answer in rows]
