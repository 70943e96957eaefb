"""Campaigns out of a sheet: rows copied from a spreadsheet, with a heading row that names the fields."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

from data.store.register import Campaign
from data.wording import LANGUAGES, all_wording, say

MOST_ROWS = 500
FIELD_WORDS = "campaign_pages.fields."
KIND_WORDS = "campaign_pages.kind."
PRECISION_WORDS = "campaign_pages.precision."


class SheetProblem(ValueError):
    """A sentence that names the row and what is wrong with it."""


def campaigns_of(text: str, build: Callable[[dict[str, str], str], Campaign], language: str) -> list[Campaign]:
    """Campaigns of tab- or semicolon-separated rows; `build` makes one of its fields and code.

    The heading row bears the names of the fields in either language, or their keys. All rows are right or none is
    taken: raises SheetProblem with the sentence of the first one that is not.
    """
    mark = "\t" if "\t" in text.partition("\n")[0] else ";"
    lines = [
        row for row in csv.reader(io.StringIO(text.strip("\n")), delimiter=mark) if any(cell.strip() for cell in row)
    ]
    if len(lines) < 2 or len(lines) > MOST_ROWS:
        raise SheetProblem(say("campaign_pages.import.no_rows", language, most=MOST_ROWS))
    fields = [_known(FIELD_WORDS, heading) for heading in lines[0]]
    if "name" not in fields:
        raise SheetProblem(say("campaign_pages.import.no_name", language))
    found = []
    for number, row in enumerate(lines[1:], start=2):
        values = {field: cell.strip() for field, cell in zip(fields, row, strict=False) if field}
        values["kind"] = _known(KIND_WORDS, values.get("kind", "")) or "khac"
        values["precision"] = _known(PRECISION_WORDS, values.get("precision", "")) or "day"
        try:
            found.append(build(values, values.get("code", "")))
        except ValueError as problem:
            raise SheetProblem(say("campaign_pages.import.row", language, row=number, problem=problem)) from problem
    return found


def _known(prefix: str, written: str) -> str:
    """The key whose wording in any language, or which itself, is what somebody wrote; empty where there is none."""
    wanted = written.strip().casefold()
    for language in LANGUAGES:
        for key, words in all_wording(language).items():
            if key.startswith(prefix) and wanted in (words.casefold(), key.removeprefix(prefix)):
                return key.removeprefix(prefix)
    return ""
