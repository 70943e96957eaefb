"""The campaigns drawn under a chart by their full names, for keyboards, for touch and where a lane is too short."""

from __future__ import annotations

from dash import dcc, html

from dashboard.figures.bands import Placed, place, window
from dashboard.figures.lanes import HATCHED, HOLLOW
from dashboard.figures.spec import Band, ChartSpec
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
            html.Span(f" {band_dates(one.band, language)}", className="quiet number"),
        ],
        **{"data-campaign": one.band.code},
    )


def band_dates(band: Band, language: str) -> str:
    """First and last day as exactly as they are known; an open end in words."""
    by_year = band.precision == "year"
    start = str(band.start.year) if by_year else day(band.start, language)
    if band.end is None:
        return say("dashboard.chart.since_open", language, start=start)
    end = str(band.end.year) if by_year else day(band.end, language)
    return start if start == end else f"{start} - {end}"
