"""The table of a campaign: growth before, during and after it, or year by year where it has no outside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard.briefing.content_charts import source_name
from dashboard.briefing.content_context import Context
from dashboard.briefing.model import Cell, TableBlock
from dashboard.campaign_results import Stated
from data.wording import say
from indicators.campaign_types import CampaignResult, Mode, YearLine

Column = tuple[str, list[float | None]]


def campaign_table(context: Context, identity: str, stated: Sequence[Stated]) -> TableBlock | None:
    """`stated` holds the results about the themes that the campaign aims at; None where nothing can be compared."""
    results = [one.result for one in stated]
    in_windows = [one for one in results if one.mode is Mode.WINDOWS and one.during and one.during.mean is not None]
    by_year = [one for one in results if one.years]
    if in_windows:
        head, rows = _windows(in_windows, context.language)
    elif by_year:
        head, rows = _years(by_year, context.language)
    else:
        return None
    sources = dict.fromkeys(source_name(context, one.indicator) for one in results)
    return TableBlock(
        id=identity,
        title=say("briefing.campaign_table.title", context.language, area=context.area_name),
        header=head,
        rows=rows,
        decimals=(0, *(1 for _ in head[1:])),
        source="; ".join(sources),
    )


def _windows(results: Sequence[CampaignResult], language: str) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]:
    """A row for each theme: the months before, those of the campaign, those after; columns without figures left out."""
    columns: list[Column] = [
        (name, [window.mean if (window := getattr(one, name)) else None for one in results])
        for name in ("before", "during", "after")
    ]
    held = [column for column in columns if any(value is not None for value in column[1])]
    head = (say("briefing.columns.item", language), *(_column(name, language) for name, _ in held))
    names = [say(f"dashboard.theme.{one.indicator}.indicator", language) for one in results]
    return head, tuple((name, *(column[1][at] for column in held)) for at, name in enumerate(names))


def _years(results: Sequence[CampaignResult], language: str) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]:
    """A row for each year; one theme beside the year before and the nation, several beside each other."""
    years = sorted({(line.year, line.months) for one in results for line in one.years if line.growth is not None})
    lines = [{(line.year, line.months): line for line in one.years} for one in results]
    if len(results) > 1:
        columns = [
            (say(f"dashboard.theme.{one.indicator}.name", language), [_growth(found, year) for year in years])
            for one, found in zip(results, lines, strict=True)
        ]
    else:
        columns = [
            (_column(name, language), [getattr(lines[0][year], name) for year in years])
            for name in ("growth", "last_year", "nation")
        ]
    held = [column for column in columns if any(value is not None for value in column[1])]
    head = (say("briefing.campaign_table.year", language), *(name for name, _ in held))
    names = [say("briefing.campaign_table.months", language, year=year, months=months) for year, months in years]
    return head, tuple((name, *(column[1][at] for column in held)) for at, name in enumerate(names))


def _growth(found: Mapping[tuple[int, int], YearLine], year: tuple[int, int]) -> float | None:
    return found[year].growth if year in found else None


def _column(name: str, language: str) -> str:
    return say(f"briefing.campaign_table.{name}", language)
