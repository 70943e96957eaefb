"""The command line of the store: `python -m data export | releases | show | rollback | backup | restore | verify`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from data.catalogue_errors import CatalogueError
from data.command_line import add_database, add_language, speak_unicode
from data.commands import export, releases, upkeep
from data.settings import WrongSetting
from data.store import Store, open_store
from data.store.errors import StoreError

FAILED = 2


def main(given: list[str] | None = None) -> int:
    speak_unicode()
    arguments = _parser().parse_args(given)
    try:
        if arguments.command == "restore":
            return upkeep.restore(arguments)
        with open_store(arguments.database, create=False) as store:
            return _COMMANDS[arguments.command](store, arguments)
    except (CatalogueError, StoreError, WrongSetting) as problem:
        print(problem.message(arguments.language), file=sys.stderr)
        return FAILED
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        sys.stderr.close()
        return 0


_COMMANDS: dict[str, Callable[[Store, argparse.Namespace], int]] = {
    "export": export.run,
    "releases": releases.list_releases,
    "show": releases.show,
    "rollback": releases.rollback,
    "backup": upkeep.backup,
    "verify": upkeep.verify,
}


def _parser() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    add_database(shared)
    add_language(shared)
    parser = argparse.ArgumentParser(prog="python -m data", description="Ask and keep the stored figures.")
    commands = parser.add_subparsers(dest="command", required=True)

    export.add_arguments(commands.add_parser("export", parents=[shared], help="figures with their cells of origin"))
    listing = commands.add_parser("releases", parents=[shared], help="list releases, newest first")
    listing.add_argument("--state", action="append", choices=releases.STATES, help="only those; may be repeated")
    show = commands.add_parser("show", parents=[shared], help="one release: steps and findings")
    show.add_argument("release", type=int, metavar="N", help="its number in the list of releases")
    rollback = commands.add_parser("rollback", parents=[shared], help="take a release out of force, or undo that")
    rollback.add_argument("release", type=int, metavar="N", help="its number in the list of releases")
    rollback.add_argument("--undo", action="store_true", help="bring a rolled-back release into force again")
    rollback.add_argument("--why", required=True, metavar="REASON", help="kept on record")
    rollback.add_argument("--by", default="", metavar="NAME", help="name to record; the account's name if left out")
    backup = commands.add_parser("backup", parents=[shared], help="one zip with database, originals and kept briefings")
    backup.add_argument("--to", type=Path, metavar="FILE_OR_FOLDER", help="`backups` beside the originals if left out")
    restore = commands.add_parser("restore", parents=[shared], help="put a backup in the database's place")
    restore.add_argument("backup", type=Path, metavar="FILE", help="a zip that `backup` wrote")
    commands.add_parser("verify", parents=[shared], help="check that nothing is broken or missing")
    return parser


if __name__ == "__main__":
    sys.exit(main())
