"""`python -m data releases`, `show` and `rollback`: the life of releases on the command line."""

from __future__ import annotations

import argparse

from rich.console import Console
from rich.table import Table

from data.clock import shown
from data.command_line import account
from data.originals import is_kept
from data.people import person
from data.spoken import in_one_line, place
from data.store import Release, Store
from data.store.errors import ReasonNeeded
from data.wording import say

STATES = ("accepted", "staged", "rolled_back", "dropped")


def list_releases(store: Store, arguments: argparse.Namespace) -> int:
    """A table on a terminal; plain columns when the output goes elsewhere."""
    rows = [_row(one, arguments.language) for one in store.releases(*(arguments.state or ()))]
    names = [say(f"releases.columns.{name}", arguments.language) for name in _COLUMNS]
    _console().print(_table(names, rows)) if _console().is_terminal else print(_plain([names, *rows]))
    return 0


def show(store: Store, arguments: argparse.Namespace) -> int:
    """One release: its file, its steps, how many figures and versions, and its findings."""
    language, one = arguments.language, store.release(arguments.release)
    print(
        _plain(
            [[say(f"releases.columns.{n}", language), v] for n, v in zip(_COLUMNS, _row(one, language), strict=True)]
        )
    )
    if not is_kept(one.sha256):
        print(say("releases.command.original_missing", language, release=one.id, file=one.file))
    for event in store.events(one.id):
        action = say(f"releases.actions.{event.action}", language)
        print(f"{shown(event.at)}  {action}  {person(event.by, language)}  {event.why}")
    for recorded in store.findings(one.id):
        finding = recorded.finding
        accepted = f" [{recorded.reason}]" if recorded.reason else ""
        print(f"{place(finding, language)}  {in_one_line(finding, language)}{accepted}")
    return 0


def rollback(store: Store, arguments: argparse.Namespace) -> int:
    """Take a release out of force, or with `--undo` bring it back."""
    why = arguments.why.strip()
    if not why:
        raise ReasonNeeded()
    by = arguments.by or account()
    step = store.restore if arguments.undo else store.roll_back
    number = step(arguments.release, by=by, why=why)
    key = "restored" if arguments.undo else "rolled_back"
    print(say(f"releases.command.{key}", arguments.language, release=arguments.release, versions=number))
    return 0


_COLUMNS = ("id", "state", "released", "recorded", "file", "figures", "uploaded_by", "accepted_by")


def _row(one: Release, language: str) -> list[str]:
    recorded = shown(one.recorded) if one.recorded else ""
    state = say(f"releases.states.{one.state}", language)
    people = (person(name, language) for name in (one.uploaded_by, one.accepted_by))
    return [str(one.id), state, f"{one.released:%d/%m/%Y}", recorded, one.file, str(one.figures), *people]


def _plain(rows: list[list[str]]) -> str:
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return "\n".join("  ".join(text.ljust(w) for text, w in zip(row, widths, strict=True)).rstrip() for row in rows)


def _table(names: list[str], rows: list[list[str]]) -> Table:
    table = Table(*names)
    for row in rows:
        table.add_row(*row)
    return table


def _console() -> Console:
    return Console(highlight=False)
