"""The structure of a theme as a chart: two whole bars, a year apart."""

from __future__ import annotations

from dashboard.figures.spec import ChartSpec, Kind, Series
from dashboard.formats import number, period_long
from dashboard.sources import CUMULATIVE
from dashboard.structure import Structure
from dashboard.theme import STACK_ORDER
from dashboard.theme_charts import names_of, sentence, short_name, theme_spec
from dashboard.theme_figures import ThemeFigures
from data.period import MONTHS_IN_YEAR, Period
from data.wording import say


def structure_chart(figures: ThemeFigures, structure: Structure, last: int, language: str) -> ChartSpec:
    """Series are the parts, all that is not named in the colour of context; categories the months so far, and a year
    before."""
    names = {**names_of(figures, language), "": say("dashboard.themepage.others", language)}
    first = last - last % MONTHS_IN_YEAR if structure.comparison == CUMULATIVE else last
    spans = [period_long(Period(first - back, last - back), language) for back in (0, MONTHS_IN_YEAR)]
    series = [
        Series(
            names[one.code], Kind.STACKED_BAR, (one.now, one.before), "%", role=STACK_ORDER[at] if one.code else "ctx",
            figure_ids=(one.traces.get("share", ""), one.traces.get("share_before", "")), is_derived=True,
        )
        for at, one in enumerate(structure.shares)
    ]  # fmt: skip
    return theme_spec(
        figures,
        "structure",
        _finding(structure, names, language),
        say("dashboard.themepage.structure_subtitle", language, months=spans[0]),
        series,
        [span[:1].upper() + span[1:] for span in spans],
        language,
        released=structure.total.released,
        how=tuple(say(f"charts.how.{key}", language) for key in ("structure", "structure_change")),
    )


def _finding(structure: Structure, names: dict[str, str], language: str) -> str:
    """The part whose share changed most, or that no share changed by as much as is shown."""
    named = [one for one in structure.shares if one.code]
    most = max(named, key=lambda one: abs(one.change))
    shown = number(abs(most.change), 1, language)
    if not any(digit in "123456789" for digit in shown):
        return say("dashboard.themepage.structure_flat", language)
    way, name = "up" if most.change > 0 else "down", short_name(names[most.code])
    share = number(most.now, 1, language)
    return sentence(f"dashboard.themepage.structure_{way}", language, name=name, points=shown, share=share)
