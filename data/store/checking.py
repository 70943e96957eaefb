"""Whether the stored versions are whole: what foreign keys would guard, and what the packed releases say."""

from __future__ import annotations

from collections.abc import Iterator

from data.store.applying import wanted_versions
from data.store.codes import OPEN
from data.store.series import SeriesQuestions


class Checking(SeriesQuestions):
    """Part of `Store`."""

    def damages(self) -> list[str]:
        """Everything that is wrong with the stored data, each as one line; empty where all is well."""
        return [*self._engine_damages(), *self._broken_links(), *self._wrong_versions()]

    def _engine_damages(self) -> Iterator[str]:
        if self.database.is_sqlite:
            yield from (str(row[0]) for row in self.database.rows("PRAGMA integrity_check") if row[0] != "ok")
            yield from (f"foreign key: {row}" for row in self.database.rows("PRAGMA foreign_key_check"))

    def _broken_links(self) -> Iterator[str]:
        questions = {
            "figure without series": "SELECT count(*) FROM figure f WHERE NOT EXISTS"
            " (SELECT 1 FROM series s WHERE s.id = f.series_id)",
            "figure of a release that is not in force": "SELECT count(*) FROM figure f WHERE NOT EXISTS"
            " (SELECT 1 FROM release r WHERE r.id = f.release_id AND r.state = 'accepted')",
            "release without content": "SELECT count(*) FROM release r WHERE NOT EXISTS"
            " (SELECT 1 FROM release_content c WHERE c.release_id = r.id)",
            "figure with two current versions": "SELECT count(*) FROM (SELECT 1 FROM figure"
            f" WHERE superseded = {OPEN} GROUP BY series_id, period HAVING count(*) > 1) AS twice",
        }
        for name, sql in questions.items():
            number = self.database.rows(sql)[0][0]
            if number:
                yield f"{name}: {number}"

    def _wrong_versions(self) -> Iterator[str]:
        """Compares all versions with those that follow from the packed releases, worked out from nothing."""
        columns = "series_id, period, release_id, released, superseded, value, status"
        stored = {row[:3]: row[3:] for row in self.database.rows(f"SELECT {columns} FROM figure")}
        with self.database.read() as connection:
            wanted = wanted_versions(connection)
        for name, keys in (("missing", wanted.keys() - stored.keys()), ("surplus", stored.keys() - wanted.keys())):
            if keys:
                yield f"versions {name}: {len(keys)}"
        different = sum(1 for key, row in wanted.items() if key in stored and stored[key] != row)
        if different:
            yield f"versions different: {different}"
