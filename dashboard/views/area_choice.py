"""Whose figures an uploaded workbook holds where it names no area: the department's own, or another."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.charts import area_title
from dashboard.plain import plain
from data import clock
from data.catalogue import catalogue
from data.observation import WHOLE_COUNTRY
from data.wording import say
from loaders.release import UnknownArea, own_area


def area_choice(lang: str) -> list[Component]:
    """A labelled list of all areas, today's before former ones; what is wrong with the setting stands beside it."""
    try:
        chosen, wrong = own_area() or WHOLE_COUNTRY, []
    except UnknownArea as problem:
        chosen, wrong = WHOLE_COUNTRY, [html.P(problem.message(lang), role="alert", className="failed small")]
    options = [_option(WHOLE_COUNTRY, chosen, lang), *area_options(chosen, lang)]
    words = say("data_pages.upload.area", lang)
    field = dmc.InputWrapper(
        html.Div(html.Select(options, id="upload-area", className="control")),  # on a line of its own
        label=words,
        labelProps={"htmlFor": "upload-area"},
    )
    return [field, *wrong]


def area_options(chosen: str, lang: str) -> list[Component]:
    """The provinces, today's before former ones."""
    areas = [area for area in catalogue().areas.values() if area.name != WHOLE_COUNTRY]
    today = clock.today()
    valid = sorted((a.name for a in areas if a.is_valid_on(today)), key=plain)
    former = sorted((a.name for a in areas if not a.is_valid_on(today)), key=plain)
    return [
        html.Optgroup([_option(a, chosen, lang) for a in valid], label=say("data_pages.upload.area_now", lang)),
        html.Optgroup([_option(a, chosen, lang) for a in former], label=say("data_pages.upload.area_before", lang)),
    ]


def _option(area: str, chosen: str, lang: str) -> html.Option:
    return html.Option(area_title(area, lang), value=area, selected=area == chosen)
