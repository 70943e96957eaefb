"""`python -m data backup`, `restore` and `verify`."""

from __future__ import annotations

import argparse

from data import maintenance
from data.settings import settings
from data.store import Store
from data.wording import say


def backup(store: Store, arguments: argparse.Namespace) -> int:
    """0 when everything is in the backup, 1 when originals are missing here and therefore there."""
    target = arguments.to or maintenance.default_backup_folder()
    written = maintenance.backup(store, target)
    missing = maintenance.missing_originals(store)
    _tell(missing, arguments.language)
    print(say("releases.command.backed_up", arguments.language, path=written))
    return 1 if missing else 0


def restore(arguments: argparse.Namespace) -> int:
    maintenance.restore(arguments.backup, arguments.database or settings().database_url)
    print(say("releases.command.restored_backup", arguments.language, path=arguments.backup))
    return 0


def verify(store: Store, arguments: argparse.Namespace) -> int:
    result = maintenance.verify(store)
    _tell(result.problems, arguments.language)
    key = "broken" if result.problems else "sound"
    numbers = {"figures": result.figures, "releases": result.releases, "problems": len(result.problems)}
    print(say(f"releases.command.{key}", arguments.language, **numbers))
    return 1 if result.problems else 0


def _tell(problems: list[maintenance.Problem], language: str) -> None:
    for code, parameters in problems:
        print(say(f"releases.command.{code}", language, **parameters))
