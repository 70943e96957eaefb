"""`python -m dashboard.briefing TEMPLATE --period 2024-08 [--area A] --format pptx,docx,xlsx,pdf --out FOLDER`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from dashboard.briefing.content import NothingToTell, UnknownCampaign, build
from dashboard.briefing.model import Briefing
from dashboard.briefing.produce import FORMATS, produce
from dashboard.briefing.refresh import NotAnEdition, carry_over, edited_texts
from dashboard.briefing.templates import names
from data.areas import known_area
from data.catalogue_errors import CatalogueError
from data.command_line import add_database, add_language, day, period, speak_unicode
from data.observation import WHOLE_COUNTRY
from data.settings import WrongSetting
from data.store import open_store
from data.store.errors import StoreError
from data.wording import say


class Refused(Exception):
    """What was asked for cannot be done; says why in one sentence."""

    def __init__(self, code: str, language: str, /, **parameters: object) -> None:
        super().__init__(say(f"briefing.errors.{code}", language, **parameters))


def main(arguments: list[str] | None = None) -> int:
    """0 when all files were written, 2 when the request, the database or the folder did not allow it."""
    speak_unicode()
    asked = _parser().parse_args(arguments)
    try:
        formats = _formats(asked)
        _write(_kept(_built(asked), asked), formats, asked)
    except (CatalogueError, StoreError) as problem:
        return _refuse(problem.message(asked.language))
    except (Refused, WrongSetting, OSError) as problem:
        return _refuse(str(problem))
    return 0


def _formats(asked: argparse.Namespace) -> list[str]:
    formats = [one.strip() for one in asked.format.split(",") if one.strip()]
    unknown = next((one for one in formats if one not in FORMATS), "")
    if unknown or not formats:
        code = "unknown_format" if unknown else "no_format"
        raise Refused(code, asked.language, name=unknown, known=", ".join(FORMATS))
    return formats


def _built(asked: argparse.Namespace) -> Briefing:
    """The briefing from the figures of the database."""
    try:
        with open_store(asked.database, create=False) as store:
            return build(
                store,
                asked.template,
                asked.period,
                known_area(asked.area),
                language=asked.language,
                as_of=asked.as_of,
                campaign=asked.campaign,
            )
    except NothingToTell as problem:
        raise Refused("nothing", asked.language, period=problem.period, area=problem.area) from problem
    except UnknownCampaign as problem:
        code = "unknown_campaign" if problem.code else "no_campaign"
        raise Refused(code, asked.language, code=problem.code) from problem


def _kept(briefing: Briefing, asked: argparse.Namespace) -> Briefing:
    """The briefing with the paragraphs that somebody rewrote in the edition to keep."""
    if asked.keep is None:
        return briefing
    try:
        return carry_over(briefing, edited_texts(asked.keep.read_bytes()))
    except NotAnEdition as problem:
        raise Refused("not_an_edition", asked.language, path=asked.keep) from problem
    except OSError as problem:
        raise Refused("not_read", asked.language, path=asked.keep, problem=problem.strerror) from problem


def _write(briefing: Briefing, formats: list[str], asked: argparse.Namespace) -> None:
    """Write one file after another and say the path of each."""
    for made in produce(briefing, formats):
        path = asked.out / made.name
        try:
            asked.out.mkdir(parents=True, exist_ok=True)
            path.write_bytes(made.body)
        except OSError as problem:
            raise Refused("not_written", asked.language, path=asked.out, problem=problem.strerror) from problem
        print(path)


def _refuse(words: str) -> int:
    print(words, file=sys.stderr)
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard.briefing", description="Write a briefing to files.")
    parser.add_argument("template", choices=names())
    parser.add_argument("--period", type=period, required=True, help="month, quarter or year: 2024-08, 2024-Q3, 2024")
    parser.add_argument("--area", default=WHOLE_COUNTRY, help="by any of its names (default %(default)s)")
    parser.add_argument("--format", default="pptx,docx", help=f"of {', '.join(FORMATS)} (default %(default)s)")
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="folder for the files")
    parser.add_argument(
        "--campaign", default="", metavar="CODE", help="the campaign that the template `campaign` is about"
    )
    parser.add_argument("--as-of", type=day, metavar="DATE", help="figures as known on that day")
    parser.add_argument(
        "--keep", type=Path, metavar="FILE", help="last edition (.docx or .pptx) whose rewritten paragraphs are kept"
    )
    add_language(parser)
    add_database(parser)
    return parser


if __name__ == "__main__":
    sys.exit(main())
