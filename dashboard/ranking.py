"""The ranking of a theme's parts by growth, with the rank that each held before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.figures.spec import ChartSpec, Kind, Series
from dashboard.formats import month_short, signed
from dashboard.points import Point
from dashboard.sources import YEAR_ON_YEAR
from dashboard.theme_charts import names_of, newest_release, sentence, short_name, theme_spec
from dashboard.theme_figures import Line, ThemeFigures
from data.period import MONTHS_IN_YEAR
from data.wording import say

MOST_RANKED = 14
LONGEST_NAME = 34


@dataclass(frozen=True, slots=True)
class Ranked:
    """One part: its rank from 1, and its rank before among the same parts; None where it had no figure then."""

    line: Line
    rate: Point
    rank: int
    before: int | None

    @property
    def change(self) -> int | None:
        """Places gained; negative where it fell."""
        return None if self.before is None else self.before - self.rank


def ranking(figures: ThemeFigures, last: int) -> tuple[list[Ranked], int]:
    """Parts by growth on last year, highest first, and the month whose ranks they are compared with.

    That is the same month of last year; where most parts have no figure then, the month before.
    """
    lines = ranked_lines(figures)
    now = _ranks(lines, last)
    year_before, month_before = _ranks(lines, last - MONTHS_IN_YEAR), _ranks(lines, last - 1)
    before, month = year_before, last - MONTHS_IN_YEAR
    if 2 * len(year_before) < len(now):
        before, month = month_before, last - 1
    by_code = {line.item.code: line for line in lines}
    found = [Ranked(by_code[code], by_code[code].growth()[last], rank, before.get(code)) for code, rank in now.items()]
    return found, month


def ranked_lines(figures: ThemeFigures) -> list[Line]:
    """Parts of one breakdown: where sectors stand beside goods, the goods alone are ranked."""
    others = [one for one in figures.parts if one.item.code not in figures.source.additive]
    return others if len(others) > 1 else list(figures.parts)


def _ranks(lines: Sequence[Line], month: int) -> Mapping[str, int]:
    known = [(line.item.code, rate.value) for line in lines if (rate := line.rate(YEAR_ON_YEAR, month))]
    return {code: rank for rank, (code, _) in enumerate(sorted(known, key=lambda one: -one[1]), start=1)}


def ranking_chart(figures: ThemeFigures, last: int, language: str) -> ChartSpec | None:
    """Growth of each part on last year, highest first, with the places that it gained or lost."""
    found, month = ranking(figures, last)
    if len(found) < 2:
        return None
    shown = found if len(found) <= MOST_RANKED else found[: MOST_RANKED // 2] + found[-MOST_RANKED // 2 :]
    names = names_of(figures, language)
    rates = [one.rate for one in shown]
    title = sentence(
        "dashboard.themepage.ranking_finding",
        language,
        name=short_name(names[found[0].line.item.code]),
        by=signed(found[0].rate.value, 1, language),
    )
    series = Series(
        name=say("dashboard.rate.same_long", language), kind=Kind.HORIZONTAL_BAR, unit="%", role="series1",
        values=tuple(rate.value for rate in rates),
        statuses=tuple(rate.status for rate in rates),
        figure_ids=tuple(rate.figure_id for rate in rates),
    )  # fmt: skip
    has_before = any(one.before for one in found)
    return theme_spec(
        figures,
        "ranking",
        title,
        say("dashboard.themepage.parts_subtitle", language, month=month_short(last, language)),
        [series],
        [_shortened(names[one.line.item.code]) for one in shown],
        language,
        released=newest_release(rates),
        remarks=tuple(change_words(one.change, language) for one in shown) if has_before else (),
        remarks_title=say("dashboard.themepage.rank_on", language, month=month_short(month, language)),
        how=(say("charts.how.growth", language), say("charts.how.ranking", language, most=MOST_RANKED)),
    )


def change_words(change: int | None, language: str) -> str:
    """`lên 2`, `xuống 1`, `giữ hạng`; `…` without an earlier rank."""
    if change is None:
        return "…"
    key = "up" if change > 0 else "down" if change < 0 else "same"
    return say(f"dashboard.themepage.rank_{key}", language, places=abs(change))


def _shortened(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rsplit(" ", 1)[0].rstrip(",;") + "…"
