"""What the command lines of all rooms share: streams that take Vietnamese everywhere, days, and common options."""

from __future__ import annotations

import argparse
import getpass
import io
import sys
from datetime import date

from data.period import Period
from data.typed_day import typed_day
from data.wording import DEFAULT_LANGUAGE, LANGUAGES, say

LAST_PORT = 65_535


def speak_unicode() -> None:
    """Write UTF-8 and plain line ends to both streams: sent to a file on Windows, they would stop at `ệ`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", newline="")


def day(text: str) -> date:
    """A day of the command line, for `type=` of an argument.

    >>> day("2024-12-06"), day("06/12/2024")
    (datetime.date(2024, 12, 6), datetime.date(2024, 12, 6))
    """
    try:
        found = typed_day(text)
    except ValueError:
        found = None
    if found is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2024-12-06 or 06/12/2024")
    return found


def period(text: str) -> Period:
    """A month, quarter or year of the command line, for `type=` of an argument."""
    try:
        return Period.parse(text)
    except ValueError as cause:
        raise argparse.ArgumentTypeError(f"{text} is no period; write it as 2024-08, 2024-Q3 or 2024") from cause


def port(text: str) -> int:
    """A port that a server can listen on, for `type=` of an argument; 0 lets the system choose."""
    if not text.isdecimal() or int(text) > LAST_PORT:
        raise argparse.ArgumentTypeError(f"{text} is no port; choose one up to {LAST_PORT}")
    return int(text)


def account() -> str:
    """Name of whoever is at the keyboard; a general one where the system knows none, as in some containers."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return say("data_pages.upload.somebody")


def add_database(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--database", metavar="URL", help="SQLAlchemy address; the one of the settings if left out")


def add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--language", choices=LANGUAGES, default=DEFAULT_LANGUAGE, help="language of what is printed")
