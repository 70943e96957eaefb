"""Campaigns, awards, plans, published figures: versioned registers, filled from the catalogue, edited in the browser.

The newest version of a code counts. What somebody edited is never overwritten by the catalogue.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields, replace
from datetime import date
from typing import Any, NamedTuple, TypeVar

import orjson
from sqlalchemy import Connection, text

from data.catalogue_entries.registers import Award, Campaign, Plan, PublishedFigure
from data.store.database import now
from data.store.errors import ReasonNeeded
from data.store.series import SeriesQuestions

__all__ = ["Award", "Campaign", "CampaignVersion", "Plan", "PublishedFigure", "Register"]

CATALOGUE, EDITED = "catalogue", "edited"
Entry = TypeVar("Entry", Campaign, Award, Plan, PublishedFigure)
_TABLES: dict[type, str] = {Campaign: "campaign", Award: "award", Plan: "plan", PublishedFigure: "published_figure"}
_ATTRIBUTES: dict[type, str] = {
    Campaign: "campaigns", Award: "awards", Plan: "plans", PublishedFigure: "published_figures",
}  # fmt: skip


class CampaignVersion(NamedTuple):
    """One version of a campaign with who wrote it, when and why; `withdrawn` says that it took the campaign out."""

    campaign: Campaign
    by: str
    at: str
    why: str
    withdrawn: bool


class Register(SeriesQuestions):
    """Part of `Store`."""

    def campaigns(self, area: str | None = None) -> list[Campaign]:
        """Campaigns in order of their code; of one area if it is named."""
        return self._entries(Campaign, area)

    def awards(self, area: str | None = None) -> list[Award]:
        return self._entries(Award, area)

    def plans(self, area: str | None = None, year: int | None = None) -> list[Plan]:
        return [one for one in self._entries(Plan, area) if year is None or one.year == year]

    def published_figures(self, area: str | None = None) -> list[PublishedFigure]:
        return self._entries(PublishedFigure, area)

    def campaign_history(self, code: str) -> list[CampaignVersion]:
        """All versions of a campaign, newest first; none where nobody ever wrote this code."""
        sql = 'SELECT body, version, "by", at, why, withdrawn FROM campaign WHERE code = ? ORDER BY version DESC'
        return [
            CampaignVersion(_entry(Campaign, body, version), by, at, why, bool(withdrawn))
            for body, version, by, at, why, withdrawn in self.database.rows(sql, (code,))
        ]

    def save_campaign(self, campaign: Campaign, *, by: str, why: str = "") -> int:
        """Add a version of a campaign; returns its number. From now on the catalogue leaves this code alone."""
        return self._save(campaign, by=by, why=why)

    def withdraw_campaign(self, code: str, *, by: str, why: str) -> None:
        """Take a campaign out of the register; its versions stay on record. Raises KeyError, ReasonNeeded."""
        if not why.strip():
            raise ReasonNeeded()
        current = next((one for one in self.campaigns() if one.code == code), None)
        if current is None:
            raise KeyError(code)
        self._save(current, by=by, why=why, withdrawn=True)

    def restore_campaign(self, code: str, *, by: str, why: str) -> None:
        """Put a withdrawn campaign back as it stood last. Raises KeyError where it is not withdrawn, ReasonNeeded."""
        if not why.strip():
            raise ReasonNeeded()
        history = self.campaign_history(code)
        if not history or not history[0].withdrawn:
            raise KeyError(code)
        self._save(history[0].campaign, by=by, why=why)

    def save_plan(self, plan: Plan, *, by: str, why: str = "") -> int:
        return self._save(plan, by=by, why=why)

    def sync_register(self, catalogue: Any) -> int:
        """Bring the registers up to the catalogue's campaigns, awards, plans and published figures.

        Idempotent: unchanged entries add nothing, edited ones are left alone, and what vanished from the catalogue is
        withdrawn. Returns how many versions were added.
        """
        with self.database.write() as connection:
            added = 0
            for kind, attribute in _ATTRIBUTES.items():
                given = getattr(catalogue, attribute, None)
                if given is not None:
                    entries = given.values() if isinstance(given, Mapping) else given
                    added += _sync(connection, kind, entries)
            if added:
                connection.execute(text("UPDATE counter SET value = value + 1 WHERE name = 'version'"))
        return added

    def _save(
        self, entry: Campaign | Award | Plan | PublishedFigure, *, by: str, why: str, withdrawn: bool = False
    ) -> int:
        with self.database.write() as connection:
            version = _add(connection, entry, EDITED, by, why, withdrawn=withdrawn)
            connection.execute(text("UPDATE counter SET value = value + 1 WHERE name = 'version'"))
        return version

    def _entries(self, kind: type[Entry], area: str | None) -> list[Entry]:
        table = _TABLES[kind]
        sql = (
            f"SELECT body, version FROM {table} AS t WHERE withdrawn = 0"
            f" AND version = (SELECT max(version) FROM {table} AS n WHERE n.code = t.code)"
            + (" AND area = ?" if area is not None else "")
            + " ORDER BY code"
        )
        return [_entry(kind, *row) for row in self.database.rows(sql, (area,) if area is not None else ())]


def _tupled(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _entry(kind: type[Entry], body: str, version: int) -> Entry:
    names = {f.name for f in fields(kind)}
    values = {name: _tupled(value) for name, value in orjson.loads(body).items() if name in names}
    for name in ("start", "end"):
        if values.get(name) and kind is Campaign:
            values[name] = date.fromisoformat(values[name])
    return kind(**{**values, "version": version})


def _body(entry: Any) -> str:
    return orjson.dumps(asdict(replace(entry, version=0)), option=orjson.OPT_SORT_KEYS).decode()


def _sync(connection: Connection, kind: type, entries: Iterable[Any]) -> int:
    table = _TABLES[kind]
    rows = connection.execute(
        text(f"SELECT code, body, source, withdrawn FROM {table} AS t"
             f" WHERE version = (SELECT max(version) FROM {table} AS n WHERE n.code = t.code)")
    ).all()  # fmt: skip
    current = {code: (body, source, withdrawn) for code, body, source, withdrawn in rows}
    named, added = set(), 0
    for entry in entries:
        named.add(entry.code)
        body, source, withdrawn = current.get(entry.code, ("", CATALOGUE, 0))
        if source == CATALOGUE and (body != _body(entry) or withdrawn):
            _add(connection, entry, CATALOGUE, "", "")
            added += 1
    for code, (body, source, withdrawn) in current.items():
        if source == CATALOGUE and not withdrawn and code not in named:
            _add(connection, _entry(kind, body, 0), CATALOGUE, "", "", withdrawn=True)
            added += 1
    return added


def _add(connection: Connection, entry: Any, source: str, by: str, why: str, *, withdrawn: bool = False) -> int:
    table = _TABLES[type(entry)]
    version = connection.execute(
        text(f"SELECT coalesce(max(version), 0) + 1 FROM {table} WHERE code = :code"), {"code": entry.code}
    ).scalar_one()
    connection.execute(
        text(
            f'INSERT INTO {table} (code, version, area, body, source, "by", at, why, withdrawn)'
            " VALUES (:code, :version, :area, :body, :source, :by, :at, :why, :withdrawn)"
        ),
        {
            "code": entry.code, "version": version, "area": entry.area, "body": _body(entry), "source": source,
            "by": by, "at": now(), "why": why, "withdrawn": int(withdrawn),
        },
    )  # fmt: skip
    return int(version)
