"""The name of a computed number: a transformation, its inputs, a period and a day, all in one address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qsl, urlencode

from data.period import Period
from indicators.registry import TRANSFORMATIONS, Transformation

PATH = "/so-lieu/tinh"
PLAN, BASE = "plan", "base"
NO_SERIES = frozenset({PLAN, BASE})
SEVERAL_SERIES = frozenset({"parts", "by_base", "first_stated", "annual_growth"})
"""Inputs that are no single series by month: what rests on them names the series that is transformed."""

MOST_INPUTS = 8


@dataclass(frozen=True, slots=True)
class Derivation:
    """`inputs` are numbers of series, one for each need of the transformation in its order.

    `period` is the month of the result (for a quarter or a year its last one); a span means the mean of its months.
    `since_january` takes figures of the months since January. `plan` is the code of the year's plan where the
    transformation needs one. `as_of` None asks for what is known now, `recorded` for what this database held on a day.
    Where several series make one input, `series` is named instead of `inputs`: the one that is transformed.
    """

    key: str
    period: Period
    inputs: tuple[int, ...]
    as_of: date | None = None
    base: Period | None = None
    plan: str = ""
    since_january: bool = False
    recorded: date | None = None
    series: int | None = None

    @property
    def query(self) -> str:
        """The part of the address after the question mark; also how a point of a chart names its derivation."""
        parts = {
            "phep": self.key,
            "ky": str(self.period),
            "vao": ",".join(map(str, self.inputs)),
            "ngay": self.as_of.isoformat() if self.as_of else "",
            "goc": str(self.base) if self.base else "",
            "ke-hoach": self.plan,
            "cong-don": "1" if self.since_january else "",
            "ghi": self.recorded.isoformat() if self.recorded else "",
            "chuoi": "" if self.series is None else str(self.series),
        }
        return urlencode({name: value for name, value in parts.items() if value}, safe=",/")

    @property
    def how(self) -> Transformation:
        return TRANSFORMATIONS[self.key]

    @property
    def address(self) -> str:
        return f"{PATH}?{self.query}"

    def is_cumulative(self, need: str) -> bool:
        """Whether figures of the months since January go in."""
        return need in TRANSFORMATIONS[self.key].cumulative or (self.since_january and need not in NO_SERIES)

    @property
    def needs(self) -> tuple[str, ...]:
        """What the series of `inputs` are to the transformation."""
        return tuple(need for need in TRANSFORMATIONS[self.key].needs if need not in NO_SERIES)

    @property
    def rebased_to(self) -> Period | None:
        """The month that the result is divided by; none where the base is an input of the transformation."""
        return None if BASE in TRANSFORMATIONS[self.key].needs else self.base


def derivation_of(query: Mapping[str, str]) -> Derivation | None:
    """What an address names; None where it names nothing that can be computed."""
    how = TRANSFORMATIONS.get(query.get("phep", ""))
    try:
        period = Period.parse(query.get("ky", ""))
        as_of, recorded = (date.fromisoformat(query[name]) if query.get(name) else None for name in ("ngay", "ghi"))
        series = int(query["chuoi"]) if query.get("chuoi") else None
        base = Period.parse(query["goc"]) if query.get("goc") else None
        inputs = tuple(int(one) for one in query.get("vao", "").split(",")[:MOST_INPUTS] if one or series is None)
    except ValueError:
        return None
    if how is None or period.kind == "days":
        return None
    since_january = query.get("cong-don") == "1"
    plan = query.get("ke-hoach", "")
    found = Derivation(how.key, period, inputs, as_of, base, plan, since_january, recorded, series)
    if series is not None:
        return None if inputs or plan else found
    if SEVERAL_SERIES & set(how.needs) or (BASE in how.needs and base is None):
        return None
    is_complete = len(inputs) == len(found.needs) and (PLAN in how.needs) == bool(found.plan)
    return found if is_complete else None


def derivation_of_query(text: str) -> Derivation | None:
    """The same from the text after the question mark."""
    return derivation_of(dict(parse_qsl(text)))
