"""The campaigns drawn under a chart by their full names, for keyboards, for touch and where a lane is too short."""

from __future__ import annotations

from dash import dcc, html

from dashboard.figures.bands import Placed, place, window
from dashboard.figures.lanes import HATCHED, HOLLOW
from dashboard.figures.spec import ChartSpec
from dashboard.formats import day
from data.wording import say


def lane_list(spec: ChartSpec) -> html.Ul | None:
    """A link to each campaign; choosing one marks its time on the chart. None where none is drawn."""
    edges = window(spec.categories) if spec.is_time else None
    placed, _ = place(spec.bands, *edges) if edges else ([], 0)
    if not placed:
        return None
    return html.Ul(
        [_item(one, spec.language) for one in placed],
        className="lane-list small",
        **{"aria-label": say("dashboard.chart.campaigns", spec.language)},
    )


def _item(one: Placed, language: str) -> html.Li:
    texture = "hatch" if one.band.kind == HATCHED else "hollow" if one.band.kind in HOLLOW else "solid"
    return html.Li(
        [
            html.Span(className=f"lane-sign lane-{texture}"),
            dcc.Link(one.band.name, href=f"/phong-trao/{one.band.code}"),
            html.Span(f" {_dates(one, language)}", className="quiet number"),
        ],
        **{"data-campaign": one.band.code},
    )


def _dates(one: Placed, language: str) -> str:
    """First and last day as exactly as they are known; an open end in words."""
    by_year = one.band.precision == "year"
    start = str(one.band.start.year) if by_year else day(one.band.start, language)
    if one.band.end is None:
        return say("dashboard.chart.since_open", language, start=start)
    end = str(one.band.end.year) if by_year else day(one.band.end, language)
    return start if start == end else f"{start} - {end}"
