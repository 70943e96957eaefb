"""The command line of the loaders: `python -m loaders read FILE...` and `python -m loaders load FILE...`."""

from __future__ import annotations

import argparse
import sys

from loaders import read_command


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m loaders", description="Read workbooks, or load them into the database."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    read = commands.add_parser("read", help="print what was understood of each cell; touches no database")
    read_command.add_arguments(read)
    load = commands.add_parser("load", help="stage, check and accept workbooks into the database")
    from loaders import load_command

    load_command.add_arguments(load)
    chosen = parser.parse_args(arguments)
    return read_command.run(chosen) if chosen.command == "read" else load_command.run(chosen)


if __name__ == "__main__":
    sys.exit(main())
