"""`python -m dashboard.briefing TEMPLATE --period 2024-08 [--area A] --format pptx,docx,xlsx,pdf --out FOLDER`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from dashboard.briefing.content import NothingToTell, build
from dashboard.briefing.produce import FORMATS, UnknownFormat, produce
from dashboard.briefing.refresh import carry_over, edited_texts
from dashboard.briefing.templates import names
from data.command_line import add_database, add_language, day, period, speak_unicode
from data.observation import WHOLE_COUNTRY
from data.settings import WrongSetting
from data.store import open_store
from data.store.errors import StoreError
from data.wording import say


def main(arguments: list[str] | None = None) -> int:
    """0 when all files were written, 2 when the request or the database did not allow it."""
    speak_unicode()
    asked = _parser().parse_args(arguments)
    formats = [one.strip() for one in asked.format.split(",") if one.strip()]
    try:
        with open_store(asked.database, create=False) as store:
            briefing = build(
                store,
                asked.template,
                asked.period,
                asked.area,
                language=asked.language,
                as_of=asked.as_of,
                campaign=asked.campaign,
            )
        if asked.keep:
            briefing = carry_over(briefing, edited_texts(asked.keep.read_bytes()))
        asked.out.mkdir(parents=True, exist_ok=True)
        for made in produce(briefing, formats):
            path = asked.out / made.name
            path.write_bytes(made.body)
            print(path)
    except NothingToTell as problem:
        return _refuse(say("briefing.errors.nothing", asked.language, period=problem.period, area=problem.area))
    except UnknownFormat as problem:
        known = ", ".join(FORMATS)
        return _refuse(say("briefing.errors.unknown_format", asked.language, name=problem.name, known=known))
    except (StoreError, WrongSetting, OSError) as problem:
        return _refuse(str(problem))
    return 0


def _refuse(words: str) -> int:
    print(words, file=sys.stderr)
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard.briefing", description="Write a briefing to files.")
    parser.add_argument("template", choices=names())
    parser.add_argument("--period", type=period, required=True, help="month, quarter or year: 2024-08, 2024-Q3, 2024")
    parser.add_argument("--area", default=WHOLE_COUNTRY, help="as written in the catalogue (default %(default)s)")
    parser.add_argument("--format", default="pptx,docx", help=f"of {', '.join(FORMATS)} (default %(default)s)")
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="folder for the files")
    parser.add_argument(
        "--campaign", default="", metavar="CODE", help="code of the campaign, for the template `campaign`"
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
