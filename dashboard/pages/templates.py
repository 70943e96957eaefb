"""Forms to fill in: an empty one for an area and a month, and the sample workbooks."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import dash
from dash import html

from dashboard import formats
from dashboard.api.originals import SAMPLES, sample_files
from dashboard.blank_form import next_month
from dashboard.context import language, store
from dashboard.views.area_choice import area_options
from dashboard.views.data_tabs import data_tabs
from dashboard.views.parts import page_head, section, table
from data.period import Period
from data.wording import say
from loaders.release import UnknownArea, own_area
from loaders.workbook import open_workbook

MONTHS_OFFERED = 12

dash.register_page(__name__, path="/so-lieu/bieu-mau", name="data_pages.home.templates", order=44)


def layout(**query: str) -> html.Div:
    lang = language()
    rows = [
        [
            html.A(path.name, href=f"/so-lieu/bieu-mau/{path.relative_to(SAMPLES).as_posix()}", className="breakable"),
            ", ".join(_sheets(path)),
            f"{formats.number(path.stat().st_size / 1024, 0, lang)} KB",
        ]
        for path in sample_files()
    ]
    headings = [say(f"data_pages.columns.{name}", lang) for name in ("file", "sheets", "size")]
    return html.Div(
        [
            page_head(say("data_pages.home.templates_eyebrow", lang), say("data_pages.home.templates_title", lang)),
            data_tabs("templates", lang),
            section(
                say("data_pages.home.form_title", lang),
                html.P(say("data_pages.home.form_note", lang), className="second"),
                _form(query.get("vung", ""), lang),
            ),
            html.P(say("data_pages.home.templates_note", lang), className="second block-line"),
            table(headings, rows, caption=say("data_pages.home.templates", lang), text_columns=(0, 1)),
        ]
    )


def _form(area: str, lang: str) -> html.Form:
    """Area and month of an empty form; the next month to be reported is chosen."""
    next_one = next_month(store())
    months = [Period(next_one.last - back, next_one.last - back) for back in range(MONTHS_OFFERED)]
    fields = (
        ("vung", say("data_pages.home.form_area", lang), area_options(area or _own(), lang)),
        ("ky", say("data_pages.home.form_month", lang), [
            html.Option(formats.period_long(one, lang), value=str(one), selected=one == next_one) for one in months
        ]),
    )  # fmt: skip
    selects = [
        html.Label([words, html.Select(options, name=name, className="control")], className="form-choice small")
        for name, words, options in fields
    ]
    button = html.Button(say("data_pages.home.form_button", lang), type="submit", className="control main-button")
    return html.Form([*selects, button], action="/so-lieu/bieu-mau-trong", method="GET", className="decision")


def _own() -> str:
    """The department's own area where the settings name one."""
    try:
        return own_area() or ""
    except UnknownArea:
        return ""


@lru_cache(maxsize=64)
def _sheets(path: Path) -> tuple[str, ...]:
    """Names of the sheets; the forms belong to the project, so that they are opened here."""
    return tuple(grid.name for grid in open_workbook(path).grids())
