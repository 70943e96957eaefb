"""Views of the explorer that visitors kept under a name, for themselves or for everybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, text, update

from data.schema import saved_view
from data.store.database import moment, now
from data.store.series import SeriesQuestions


@dataclass(frozen=True, slots=True)
class SavedView:
    """`address` is the page's state; `is_own` says that the asking visitor may rename and delete it."""

    id: int
    name: str
    address: str
    is_shared: bool
    is_own: bool
    by: str
    at: datetime | None


class SavedViews(SeriesQuestions):
    """Part of `Store`."""

    def views(self, owner: str) -> list[SavedView]:
        """The visitor's own and those that are shared, the newest first."""
        sql = (
            'SELECT id, name, address, shared, owner, "by", at FROM saved_view'
            " WHERE owner = ? OR shared = 1 ORDER BY id DESC"
        )
        return [
            SavedView(number, name, address, bool(shared), bool(owner) and whose == owner, by, moment(at))
            for number, name, address, shared, whose, by, at in self.database.rows(sql, (owner,))
        ]

    def save_view(self, name: str, address: str, *, owner: str, is_shared: bool, by: str) -> int:
        """Keep a view; returns its number."""
        row = {"name": name, "address": address, "owner": owner, "shared": int(is_shared), "by": by, "at": now()}
        with self.database.write() as connection:
            number = connection.execute(insert(saved_view).values(row)).inserted_primary_key
            connection.execute(text("UPDATE counter SET value = value + 1 WHERE name = 'version'"))
        return int(number[0]) if number else 0

    def rename_view(self, number: int, name: str, *, owner: str) -> bool:
        """Whether there was such a view of this owner."""
        changed = update(saved_view).where(saved_view.c.id == number, saved_view.c.owner == owner).values(name=name)
        return self._changed(changed)

    def delete_view(self, number: int, *, owner: str) -> bool:
        """Whether there was such a view of this owner."""
        return self._changed(delete(saved_view).where(saved_view.c.id == number, saved_view.c.owner == owner))

    def _changed(self, statement: object) -> bool:
        with self.database.write() as connection:
            count = connection.execute(statement).rowcount  # type: ignore[call-overload]
            connection.execute(text("UPDATE counter SET value = value + 1 WHERE name = 'version'"))
        return bool(count)
