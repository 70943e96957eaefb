"""What the explorer shows of a selection: names of its lines, the chart with its source, campaigns of its months."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from dashboard.chart_files import explorer_address
from dashboard.components.chart_menu import menu_markup
from dashboard.components.drawing import text
from dashboard.explorer.chart import Picture
from dashboard.explorer.names import name_of
from dashboard.explorer.selection import PATH, Selection
from dashboard.figures.bands import place, window
from dashboard.figures.plotly_chart import foot, plotly_figure
from dashboard.figures.spec import Band, ChartSpec
from dashboard.formats import day, month_short
from dashboard.ids import ids
from data.period import MONTHS_IN_YEAR
from data.wording import say

ID = ids("explorer")
TABLE_PATH = "/kham-pha/bang"


class View(NamedTuple):
    """What changes with the selection: markup, the figure with its height, and whether there is anything to show."""

    head: str
    figure: dict[str, Any]
    style: dict[str, str]
    label: str
    foot: str
    is_empty: bool


def view(shown: Picture, chosen: Selection, language: str, theme: str) -> View:
    """Everything that depends on the selection but the origins of single values. Markup and a plain figure: as many
    components would take ten times as long.
    """
    spec = shown.spec
    figure: dict[str, Any] = plotly_figure(spec, theme=theme) if spec else {"data": [], "layout": {"height": 0}}
    return View(
        head=_head(shown, chosen, language),
        figure=figure,
        style={"height": f"{figure['layout']['height']}px"},
        label=spec.alt if spec else "",
        foot=_foot(spec, chosen) if spec else "",
        is_empty=spec is None,
    )


def _head(shown: Picture, chosen: Selection, language: str) -> str:
    """The finding, a name for each line, what could not be drawn, and what the chart shows."""
    rest = replace(chosen, series=()).query
    title = shown.spec.title if shown.spec else say("explorer.title", language)
    drawn_series = shown.spec.series if shown.spec else ()
    rows = [
        _chip(name_of(line.series, language), one.role, _without(line.series.id, chosen, rest), language)
        for line, one in zip(shown.lines, drawn_series, strict=True)
    ]
    rows += [
        _chip(
            f"{name_of(one, language)}: {why}",
            "",
            _without(one.id, chosen, rest),
            language,
        )
        for one, why in shown.left_out
    ]
    chips = f'<ul class="chips">{"".join(rows)}</ul>' if rows else ""
    remarks = _remarks(shown, chosen, language)
    said = "".join(f'<p class="{names}">{text(words)}</p>' for names, words in remarks)
    return f"<h1>{text(title)}</h1>{chips}{said}"


def _remarks(shown: Picture, chosen: Selection, language: str) -> list[tuple[str, str]]:
    """What the chart shows, or why there is none; and that a logarithmic scale was not possible."""
    if shown.spec is None:
        return [("empty", say("explorer.nothing_drawn", language))] if chosen.series else []
    refused = chosen.is_log and not shown.spec.is_log
    return [
        ("small second", shown.spec.subtitle),
        *([("small note", say("explorer.no_log", language))] if refused else []),
    ]


def _without(number: int, chosen: Selection, rest: str) -> str:
    """The address without one series; `rest` is all that it says besides."""
    numbers = ",".join(str(one) for one in chosen.series if one != number)
    return f"{PATH}?" + "&".join(filter(None, (f"chuoi={numbers}" if numbers else "", rest)))


def _chip(name: str, role: str, rest: str, language: str) -> str:
    swatch = (
        f'<span class="swatch swatch-{role}"></span>' if role else '<span class="chip-mark" aria-hidden="true">!</span>'
    )
    remove = text(f"{say('explorer.remove', language)}: {name}")
    return (
        f'<li class="chip{"" if role else " chip-warn"}">{swatch}<span class="chip-name">{text(name)}</span>'
        f'<a class="chip-remove" href="{text(rest)}" data-explore title="{remove}" aria-label="{remove}">×</a></li>'
    )


def _foot(spec: ChartSpec, chosen: Selection) -> str:
    """Source and downloads, and the table, which is fetched when somebody opens it."""
    query = chosen.query
    summary = text(say("dashboard.chart.show_table", spec.language))
    return (
        f'<div class="chart-foot"><p class="source">{text(foot(spec))}</p>'
        f"{menu_markup(spec, explorer_address(chosen))}</div>"
        f'<details class="chart-table" data-lazy="{text(f"{TABLE_PATH}?{query}")}"><summary>{summary}</summary>'
        f'<div class="scroll-box" tabindex="0" role="region" aria-label="{text(spec.title)}"></div></details>'
        f"{_campaigns(spec, chosen)}"
    )


def _campaigns(spec: ChartSpec, chosen: Selection) -> str:
    """Campaigns within the months shown, each with the way to take its first month as 100."""
    edges = window(spec.categories)
    if not spec.bands or edges is None:
        return ""
    placed, _ = place(spec.bands, *edges, lanes=len(spec.bands))
    items = "".join(_campaign(one.band, spec, chosen) for one in sorted(placed, key=lambda one: one.band.start))
    title = text(say("explorer.campaigns", spec.language))
    return f'<details class="chart-table"><summary>{title}</summary><ul class="campaign-list">{items}</ul></details>'


def _campaign(band: Band, spec: ChartSpec, chosen: Selection) -> str:
    month = band.start.year * MONTHS_IN_YEAR + band.start.month - 1
    until = day(band.end) if band.end else say("explorer.open_end", spec.language)
    name = f'<a href="/phong-trao/{text(band.code)}">{text(band.name)}</a>'
    dates = f'<span class="number second">{day(band.start)} - {text(until)}</span>'
    iso = f"{band.start.year:04d}-{band.start.month:02d}"
    if iso not in spec.categories:
        return f"<li>{name} {dates}</li>"
    words = say("explorer.take_as_base", spec.language, month=month_short(month, spec.language))
    is_on = "true" if chosen.base == iso else "false"
    return (
        f'<li>{name} {dates} <button type="button" class="control" aria-pressed="{is_on}"'
        f' data-explore-base="{iso[5:]}/{iso[:4]}">{text(words)}</button></li>'
    )
