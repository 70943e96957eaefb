"""What the explorer shows of a selection: names of its lines, the chart with its source, campaigns of its months."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from dashboard.chart_files import explorer_address
from dashboard.components.chart_menu import menu_markup
from dashboard.components.drawing import text
from dashboard.explorer.chart import DEFAULT_MONTHS, Picture
from dashboard.explorer.names import name_of, transformation_name
from dashboard.explorer.related import related
from dashboard.explorer.selection import MOST_SERIES, PATH, Selection
from dashboard.explorer.theme_selection import around_campaign
from dashboard.figures.bands import place, window
from dashboard.figures.plotly_chart import foot, plotly_figure
from dashboard.figures.spec import Band, ChartSpec
from dashboard.formats import day, month_short
from dashboard.ids import ids
from data.period import MONTHS_IN_YEAR, Period
from data.store import Store
from data.wording import say
from indicators.registry import TRANSFORMATIONS

ID = ids("explorer")
TABLE_PATH = "/kham-pha/bang"
RANGES_YEARS = (3, 10)
"""Spans that are offered beside the usual one of five years and all months."""


class View(NamedTuple):
    """What changes with the selection, in the order of the page: markup, the figure with its height, its words, and
    whether there is nothing to draw.
    """

    head: str
    chips: str
    about: str
    figure: dict[str, Any]
    style: dict[str, str]
    label: str
    foot: str
    is_empty: bool


def view(store: Store, shown: Picture, chosen: Selection, language: str, theme: str) -> View:
    """Everything that depends on the selection but the origins of single values. Markup and a plain figure: as many
    components would take ten times as long.
    """
    spec = shown.spec
    figure: dict[str, Any] = plotly_figure(spec, theme=theme) if spec else {"data": [], "layout": {"height": 0}}
    return View(
        head=f"<h1>{text(_title(shown, chosen, language))}</h1>",
        chips=_chips(store, shown, chosen, language),
        about=_about(shown, chosen, language),
        figure=figure,
        style={"height": f"{figure['layout']['height']}px"},
        label=spec.alt if spec else "",
        foot=_foot(spec, chosen) if spec else "",
        is_empty=spec is None,
    )


def _title(shown: Picture, chosen: Selection, language: str) -> str:
    """The finding; what could not be drawn where nothing could."""
    if shown.spec:
        return shown.spec.title
    if not chosen.series:
        return say("explorer.title", language)
    how = TRANSFORMATIONS[chosen.transformation]
    return say("explorer.not_drawn", language, how=transformation_name(how, language))


def _chips(store: Store, shown: Picture, chosen: Selection, language: str) -> str:
    """A name for each line, what could not be drawn and why, and what is often compared with these."""
    rest = replace(chosen, series=()).query
    drawn_series = shown.spec.series if shown.spec else ()
    rows = [
        _chip(name_of(line.series, language), one.role, _without(line.series.id, chosen, rest), language)
        for line, one in zip(shown.lines, drawn_series, strict=True)
    ]
    rows += [
        _chip(f"{name_of(one, language)}: {why}", "", _without(one.id, chosen, rest), language)
        for one, why in shown.left_out
    ]
    return f'<ul class="chips">{"".join(rows)}</ul>{_related(store, chosen, language)}' if rows else ""


def _related(store: Store, chosen: Selection, language: str) -> str:
    """Series of the same kind, each one click from being on the chart."""
    found = related(store, chosen.series, language) if len(chosen.series) < MOST_SERIES else []
    if not found:
        return ""
    title = text(say("explorer.compare_with", language))
    items = "".join(
        f'<li><a class="chip chip-add" href="{text(replace(chosen, series=(*chosen.series, number)).address())}"'
        f' data-explore-add="{number}">{text(name)}</a></li>'
        for number, name in found
    )
    return f'<div class="compare"><span class="small second">{title}</span><ul class="chips">{items}</ul></div>'


def _about(shown: Picture, chosen: Selection, language: str) -> str:
    """What the chart shows and other spans of months; or why there is none and what to try."""
    spec = shown.spec
    if spec is None:
        return _nothing(chosen, language) if chosen.series else ""
    refused = chosen.is_log and not spec.is_log
    note = f'<p class="small note">{text(say("explorer.no_log", language))}</p>' if refused else ""
    shows = f'<p class="second">{text(spec.subtitle)}</p>{_ranges(shown, spec, chosen)}'
    return f'<div class="chart-about">{shows}</div>{note}'


def _nothing(chosen: Selection, language: str) -> str:
    words = text(say("explorer.nothing_drawn", language))
    if chosen.transformation == "level":
        return f'<div class="empty"><p>{words}</p></div>'
    plain, button = chosen.address(transformation="level"), text(say("explorer.show_level", language))
    return (
        f'<div class="empty"><p>{words}</p>'
        f'<a class="control" href="{text(plain)}" data-explore-how="level">{button}</a></div>'
    )


def _ranges(shown: Picture, spec: ChartSpec, chosen: Selection) -> str:
    """The last three, five or ten years, or all months, as far as there are figures."""
    first = min((next(iter(line.values)) for line in shown.lines if line.values), default=0)
    start, end = Period.parse(spec.categories[0]).last, Period.parse(spec.categories[-1]).last
    offered = {years: end + 1 - years * MONTHS_IN_YEAR for years in RANGES_YEARS}
    usual = DEFAULT_MONTHS // MONTHS_IN_YEAR
    starts = {**offered, usual: end + 1 - DEFAULT_MONTHS}
    buttons = [
        _range(say("explorer.years", spec.language, count=years), "" if years == usual else _written(at), at == start)
        for years, at in sorted(starts.items())
        if at > first
    ]
    if not buttons:
        return ""
    buttons.append(_range(say("explorer.all_months", spec.language), _written(first), first == start))
    name = text(say("explorer.span", spec.language))
    return f'<div class="ranges" role="group" aria-label="{name}">{"".join(buttons)}</div>'


def _range(words: str, start: str, is_shown: bool) -> str:
    return (
        f'<button type="button" class="range" aria-pressed="{"true" if is_shown else "false"}"'
        f' data-explore-start="{start}">{text(words)}</button>'
    )


def _written(month: int) -> str:
    return f"{month % MONTHS_IN_YEAR + 1:02d}/{month // MONTHS_IN_YEAR}"


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
    around = around_campaign(band.start, band.end, spec.categories[-1])
    zoom = text(say("explorer.around_campaign", spec.language))
    link = f'<a class="control" href="{text(chosen.address(**around))}" data-explore-visit>{zoom}</a>'
    if iso not in spec.categories:
        return f'<li data-campaign="{text(band.code)}">{name} {dates} {link}</li>'
    words = say("explorer.take_as_base", spec.language, month=month_short(month, spec.language))
    is_on = "true" if chosen.base == iso else "false"
    return (
        f'<li data-campaign="{text(band.code)}">{name} {dates}'
        f' <button type="button" class="control" aria-pressed="{is_on}"'
        f' data-explore-base="{iso[5:]}/{iso[:4]}">{text(words)}</button> {link}</li>'
    )
