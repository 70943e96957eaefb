"""Campaigns out of a sheet: rows pasted from a spreadsheet or its file, with a heading row that names the fields."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence

from dashboard.context import language
from data.catalogue import catalogue
from data.store.register import Campaign
from data.wording import LANGUAGES, all_wording, say

MOST_ROWS = 500
FIELD_WORDS = "campaign_pages.fields."
KIND_WORDS = "campaign_pages.kind."
PRECISION_WORDS = "campaign_pages.precision."
RECURRING_WORDS = "campaign_pages.recurring."


class SheetProblem(ValueError):
    """A sentence that names the row and what is wrong with it."""


def rows_of(text: str) -> list[list[str]]:
    """Tab- or semicolon-separated rows as people paste them."""
    mark = "\t" if "\t" in text.partition("\n")[0] else ";"
    return list(csv.reader(io.StringIO(text.strip("\n")), delimiter=mark))


def campaigns_of(rows: Sequence[Sequence[str]], build: Callable[[dict[str, str], str], Campaign]) -> list[Campaign]:
    """Campaigns of the rows of a sheet; `build` makes one of its fields and code.

    The heading row, the first that holds the name's heading, bears the names of the fields in either language, or their
    keys. All rows are right or none is taken: raises SheetProblem with the sentence of the first one that is not.
    """
    filled = [(number, row) for number, row in enumerate(rows, start=1) if any(cell.strip() for cell in row)]
    at = next((place for place, (_, row) in enumerate(filled) if _fields(row).count("name")), None)
    if at is None or not 1 <= len(filled) - at - 1 <= MOST_ROWS:
        key = "no_rows" if at is not None or len(filled) < 2 else "no_name"
        raise SheetProblem(say(f"campaign_pages.import.{key}", language(), most=MOST_ROWS))
    fields = _fields(filled[at][1])
    return [_campaign(number, dict(zip(fields, row, strict=False)), build) for number, row in filled[at + 1 :]]


def _fields(row: Sequence[str]) -> list[str]:
    return [_known(FIELD_WORDS, heading) for heading in row]


def _campaign(number: int, row: dict[str, str], build: Callable[[dict[str, str], str], Campaign]) -> Campaign:
    values = {field: cell.strip() for field, cell in row.items() if field}
    values["kind"] = _known(KIND_WORDS, values.get("kind", "")) or "khac"
    values["precision"] = _known(PRECISION_WORDS, values.get("precision", ""))
    values["recurring"] = _known(RECURRING_WORDS, values.get("recurring", ""))
    values["themes"] = ",".join(filter(None, map(_theme, re.split(r"[,;]", values.get("themes", "")))))
    try:
        return build(values, values.get("code", ""))
    except ValueError as problem:
        raise SheetProblem(say("campaign_pages.import.row", language(), row=number, problem=problem)) from problem


def _theme(written: str) -> str:
    """The code of a theme by its code, its long or its short name in any language; empty for what is none."""
    wanted = written.strip().casefold()
    for code, theme in catalogue().themes.items():
        short = [say(f"dashboard.theme.{code}.name", lang) for lang in LANGUAGES]
        if wanted in (name.casefold() for name in (code, theme.vi, theme.en, *short)):
            return code
    return ""


def _known(prefix: str, written: str) -> str:
    """The key whose wording in any language, or which itself, is what somebody wrote; empty where there is none."""
    wanted = written.strip().casefold()
    for lang in LANGUAGES:
        for key, words in all_wording(lang).items():
            if key.startswith(prefix) and wanted in (words.casefold(), key.removeprefix(prefix)):
                return key.removeprefix(prefix)
    return ""
