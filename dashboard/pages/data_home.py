"""`Số liệu`: which releases are loaded, what is covered, what was revised last."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import dash
from dash import html

from dashboard import formats
from dashboard.analysts import is_analyst
from dashboard.charts import area_title
from dashboard.components.figures import figure_link
from dashboard.components.help import help_mark
from dashboard.components.signs import status_sign
from dashboard.context import language, store
from dashboard.names import item_name, person
from dashboard.views.parts import empty, link_button, page_head, section, short_period, table
from data.catalogue import catalogue
from data.observation import WHOLE_COUNTRY
from data.store import Release, Revision, Store
from data.wording import say

dash.register_page(__name__, path="/so-lieu", name="dashboard.nav.data", order=4)

COVERAGE_MONTHS = 18
REVISIONS_SHOWN = 12


def layout(**query: str) -> html.Div:
    lang, asked = language(), store()
    area = query.get("dia-ban") or WHOLE_COUNTRY
    releases = asked.releases(*(("staged",) if is_analyst() else ()), "accepted", "rolled_back")
    head = page_head(
        say("data_pages.home.eyebrow", lang, count=len(releases)),
        say("data_pages.home.title", lang),
        link_button(say("data_pages.home.templates", lang), "/so-lieu/bieu-mau"),
        link_button(say("data_pages.home.upload", lang), "/so-lieu/tai-len", is_main=True),
    )
    if not releases:
        return html.Div(
            [
                head,
                empty(
                    say("data_pages.home.nothing", lang),
                    link_button(say("data_pages.home.upload", lang), "/so-lieu/tai-len"),
                ),
            ]
        )
    return html.Div(
        [
            head,
            section(
                say("data_pages.home.coverage", lang),
                coverage_map(asked, area, lang),
                note=area_title(area, lang),
                mark=help_mark("preliminary", lang),
            ),
            section(
                say("data_pages.home.releases", lang), release_table(releases, lang), mark=help_mark("release", lang)
            ),
            section(
                say("data_pages.home.revisions", lang),
                revision_table(asked.revisions(limit=200), lang),
                id="da-sua",
                mark=help_mark("revision", lang),
            ),
        ]
    )


def release_table(releases: Sequence[Release], lang: str) -> html.Div:
    """Releases, newest first: when published, file, figures, state, by whom."""
    rows = [
        [
            html.A(one.file, href=f"/so-lieu/ban/{one.id}"),
            formats.day(one.released, lang),
            say(f"data_pages.state.{one.state}", lang),
            formats.number(one.figures, 0, lang),
            person(one.uploaded_by, lang),
            person(one.accepted_by, lang) or "…",
            formats.day(one.recorded.date(), lang) if one.recorded else "…",
        ]
        for one in sorted(releases, key=lambda r: (r.released, r.id), reverse=True)
    ]
    names = ("file", "released", "state", "figures", "uploaded_by", "accepted_by", "recorded")
    headings = [say(f"data_pages.columns.{n}", lang) for n in names]
    return table(headings, rows, caption=say("data_pages.home.releases", lang), text_columns=(0, 2, 4, 5))


def coverage_map(asked: Store, area: str, lang: str) -> html.Div:
    """Table by month: the least certain status of the month's figures, or not loaded."""
    last = asked.latest_period(None, area)
    if last is None:
        return empty(say("data_pages.home.no_coverage", lang, area=area_title(area, lang)))
    start = last.shift(1 - COVERAGE_MONTHS)
    months = [start.shift(i) for i in range(COVERAGE_MONTHS)]
    held = {one.table: one.months for one in asked.coverage(area, start=start, end=last)}
    rows = [
        [known.vi if lang == "vi" else known.en, *(_sign(held[code].get(month), lang) for month in months)]
        for code, known in catalogue().tables.items()
        if code in held
    ]
    headings = [say("data_pages.columns.table", lang), *(short_period(month, lang) for month in months)]
    signs = [status_sign(one, lang) for one in ("official", "preliminary", "estimate", "")]
    unloaded = html.Span([_sign(None, lang), " ", say("data_pages.home.not_loaded", lang)])
    return html.Div(
        [
            table(headings, rows, caption=say("data_pages.home.coverage", lang)),
            html.Div([*signs, unloaded], className="key small second"),
        ]
    )


def _sign(status: str | None, lang: str) -> object:
    if status is None:
        return html.Span("", className="not-loaded", title=say("data_pages.home.not_loaded", lang))
    return status_sign(status, lang, with_text=False)


def revision_table(revisions: Sequence[Revision], lang: str) -> html.Div:
    """The largest revisions of the newest release that revised anything."""
    if not revisions:
        return empty(say("data_pages.home.no_revisions", lang))
    newest: date = max(one.new.released for one in revisions)
    chosen = [one for one in revisions if one.new.released == newest and one.difference]
    chosen.sort(key=lambda one: -abs(one.percent or 0))
    rows = [
        [
            " · ".join(filter(None, (item_name(one.series, lang), short_period(one.period, lang)))),
            say(f"data_pages.measure.{one.series.measure}.{one.series.comparison}", lang),
            figure_link(formats.number(one.old.value, 1, lang), one.old.id, "quiet"),
            figure_link(formats.number(one.new.value, 1, lang), one.new.id),
            formats.signed(one.difference, 1, lang, ""),
            formats.signed(one.percent, 1, lang) if one.percent is not None else "…",
        ]
        for one in chosen[:REVISIONS_SHOWN]
    ]
    names = ("figure", "measure", "old", "new", "difference", "percent")
    headings = [say(f"data_pages.columns.{n}", lang) for n in names]
    note = say("data_pages.home.revised_on", lang, day=formats.day(newest, lang), count=len(chosen))
    return html.Div(
        [
            html.P(note, className="small second"),
            table(headings, rows, caption=say("data_pages.home.revisions", lang), text_columns=(0, 1)),
        ]
    )
