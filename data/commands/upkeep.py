"""`python -m data backup`, `restore` and `verify`."""

from __future__ import annotations

import argparse

from data import maintenance
from data.settings import settings
from data.store import Store
from data.wording import say


def backup(store: Store, arguments: argparse.Namespace) -> int:
    target = arguments.to or maintenance.default_backup_folder()
    if not target.suffix:
        target.mkdir(parents=True, exist_ok=True)
    print(say("releases.command.backed_up", arguments.language, path=maintenance.backup(store, target)))
    return 0


def restore(arguments: argparse.Namespace) -> int:
    maintenance.restore(arguments.backup, arguments.database or settings().database_url)
    print(say("releases.command.restored_backup", arguments.language, path=arguments.backup))
    return 0


def verify(store: Store, arguments: argparse.Namespace) -> int:
    result = maintenance.verify(store)
    for code, parameters in result.problems:
        print(say(f"releases.command.{code}", arguments.language, **parameters))
    key = "broken" if result.problems else "sound"
    numbers = {"figures": result.figures, "releases": result.releases, "problems": len(result.problems)}
    print(say(f"releases.command.{key}", arguments.language, **numbers))
    return 1 if result.problems else 0
