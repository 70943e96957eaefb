"""The command line of the loaders: `python -m loaders read FILE...` and `python -m loaders load FILE...`."""

from __future__ import annotations

import argparse
import sys

from data.command_line import speak_unicode
from loaders.collector import collector_at_rest, leave_to_the_system

with collector_at_rest():
    from loaders import read_command


def main(arguments: list[str] | None = None) -> int:
    speak_unicode()
    parser = argparse.ArgumentParser(
        prog="python -m loaders", description="Read workbooks, or load them into the database."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    read = commands.add_parser("read", help="print what was understood of each cell; touches no database")
    read_command.add_arguments(read)
    load = commands.add_parser("load", help="stage, check and accept workbooks into the database")
    words = sys.argv[1:] if arguments is None else arguments
    if words[:1] != ["load"]:
        try:
            return read_command.run(parser.parse_args(words))
        except BrokenPipeError:  # the reader, such as `head`, has seen enough
            sys.stderr.close()
            return 0
    with collector_at_rest():
        from loaders import load_command  # the database takes a second to import, which reading has no need of

    load_command.add_arguments(load)
    return load_command.run(parser.parse_args(words))


if __name__ == "__main__":
    status = main()
    leave_to_the_system()
    sys.exit(status)
