"""A campaign out of the fields of a form or of a sheet's row; every field that is wrong is named with its reason."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from dashboard.campaign_dates import day_of, less_exact
from dashboard.context import language
from data.catalogue import catalogue
from data.store.register import Campaign
from data.wording import say

FIELDS = (
    "name",
    "name_en",
    "area",
    "kind",
    "slogan",
    "precision",
    "owner",
    "launched_by",
    "document",
    "objective",
    "target_indicator",
    "target_unit",
    "status",
    "source",
    "note",
    "recurring",
    "places",
)
LONGEST, LONGEST_CODE = 500, 40


class FieldMistakes(ValueError):
    """Sentences by the field that they are about."""

    def __init__(self, by_field: Mapping[str, str]) -> None:
        self.by_field = dict(by_field)
        lang = language()
        super().__init__(
            " ".join(f"{say(f'campaign_pages.fields.{name}', lang)}: {words}" for name, words in by_field.items())
        )


def campaign_from(form: Mapping[str, str], code: str, known: Campaign | None) -> Campaign:
    """The campaign that a form describes; of one that is `known` already, what the form leaves out stays.

    Raises FieldMistakes with all that is wrong.
    """
    values: dict[str, Any] = {
        name: unicodedata.normalize("NFC", form[name].strip())[:LONGEST] for name in FIELDS if name in form
    }
    if "recurring" in values:
        values["recurring"] = values["recurring"] or "none"
    mistakes: dict[str, str] = {}
    if not values.get("name"):
        mistakes["name"] = say("campaign_pages.name_needed", language())
    start, start_precision = _day(form, "start", mistakes)
    end, end_precision = _day(form, "end", mistakes)
    if start and end and end < start:
        mistakes["end"] = say("campaign_pages.end_before_start", language())
    value = _target(form, mistakes)
    if mistakes:
        raise FieldMistakes(mistakes)
    values["precision"] = "unknown" if start is None else _precision(values, start_precision, end_precision)
    found = replace(known or Campaign(code, ""), start=start, end=end, target_value=value, **values)
    if "themes" in form:
        found = replace(found, themes=tuple(code for code in form["themes"].split(",") if code in catalogue().themes))
    if "items" in form:
        found = replace(found, items=tuple(filter(None, re.split(r"[,;\s]+", form["items"]))))
    return found


def code_of(name: str, taken: Collection[str]) -> str:
    """A code for a new campaign; campaigns of one name, as there are every year, are numbered."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name.casefold().replace("đ", "d")) if c.isascii())
    code = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:30].strip("-").upper() or "MOI"
    numbered = (f"{code}-{number}" for number in range(2, len(taken) + 3))
    return code if code not in taken else next(one for one in numbered if one not in taken)


def _precision(values: Mapping[str, Any], *written: str) -> str:
    """As said beside the dates, as a sheet may, else as the dates are written."""
    said = values.get("precision", "")
    return said if said in ("day", "month", "year") else less_exact(*written)


def _day(form: Mapping[str, str], name: str, mistakes: dict[str, str]) -> tuple[date | None, str]:
    text = form.get(name) or ""
    try:
        return day_of(text, is_end=name == "end")
    except ValueError:
        mistakes[name] = say("campaign_pages.bad_date", language(), text=text.strip()[:40])
        return None, ""


def _target(form: Mapping[str, str], mistakes: dict[str, str]) -> float | None:
    try:
        return _number(form.get("target_value") or "")
    except ValueError:
        mistakes["target_value"] = say("campaign_pages.target_not_number", language())
        return None


def _number(text: str) -> float | None:
    """`1.234,5` as people write it, or `9.5` as a cell holds it; raises ValueError for what is none."""
    text = text.strip()
    if re.fullmatch(r"-?\d+\.\d{1,2}|-?\d+\.\d{4,}", text):
        return float(text)
    return float(text.replace(".", "").replace(",", ".")) if text else None
