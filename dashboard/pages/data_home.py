"""`Số liệu`: which releases are loaded, what is covered, what was revised last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import dash
from dash import html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.analysts import is_analyst
from dashboard.charts import area_title
from dashboard.components.figures import figure_link
from dashboard.components.help import help_mark
from dashboard.context import language, store
from dashboard.selection import areas_with_figures
from dashboard.views.coverage import MONTHS_SHOWN, coverage_key, months_map, years_map
from dashboard.views.data_tabs import data_tabs
from dashboard.views.figure_cells import difference_cell, named_figure
from dashboard.views.parts import empty, link_button, page_head, section, table
from dashboard.views.release_list import release_list
from data.observation import WHOLE_COUNTRY
from data.period import MONTHS_IN_YEAR, Period
from data.store import Release, Revision, Store
from data.wording import say

dash.register_page(__name__, path="/so-lieu", name="dashboard.nav.data", order=4)

UPLOAD = "/so-lieu/tai-len"
KEPT = ("dia-ban", "nam")
FEW_YEARS = 2
"""Up to so many years the months alone say everything."""
REVISIONS_SHOWN = 12
FIRST_MONTH = Period.month(1976, 1)


def layout(**query: str) -> html.Div:
    lang, asked = language(), store()
    area = query.get("dia-ban") or WHOLE_COUNTRY
    releases = asked.releases(*(("staged",) if is_analyst() else ()), "accepted", "rolled_back")
    upload = link_button(say("data_pages.home.upload", lang), UPLOAD, is_main=True)
    eyebrow = say("data_pages.home.eyebrow", lang, count=formats.number(len(releases), 0, lang))
    head = page_head(eyebrow, _finding(asked, releases, lang), *_areas(asked, area, lang), upload)
    tabs = data_tabs("status", lang)
    if not releases:
        return html.Div([head, tabs, empty(say("data_pages.home.nothing", lang), upload)])
    year = int(query["nam"]) if query.get("nam", "").isdigit() else None
    kept = {name: query[name] for name in KEPT if query.get(name)}
    return html.Div(
        [
            head,
            tabs,
            *_waiting(releases, lang),
            *_coverage(asked, area, year, kept, lang),
            _releases(releases, year, query.get("tr", ""), kept, lang),
            section(
                say("data_pages.home.revisions", lang),
                revision_table(asked, area, lang),
                note=area_title(area, lang),
                id="da-sua",
                mark=help_mark("revision", lang),
            ),
        ]
    )


def _finding(asked: Store, releases: Sequence[Release], lang: str) -> str:
    """Up to which month figures are loaded, and when the newest of them were published."""
    last = asked.latest_period(None, None)
    days = [one.released for one in releases if one.state == "accepted"]
    if last is None or not days:
        return say("data_pages.home.title", lang)
    when = formats.period_long(Period(last.last, last.last), lang)
    return say("data_pages.home.finding", lang, when=when, day=formats.day(max(days), lang))


def _areas(asked: Store, area: str, lang: str) -> list[Component]:
    areas = areas_with_figures(asked)
    if len(areas) < 2:
        return []
    options = [
        html.Option(area_title(one, lang), value=f"/so-lieu?{urlencode({'dia-ban': one})}", selected=one == area)
        for one in areas
    ]
    words = say("dashboard.overview.choose_area", lang)
    return [html.Select(options, className="control", **{"data-go": "address", "aria-label": words})]


def _waiting(releases: Sequence[Release], lang: str) -> list[Component]:
    """What waits for a decision comes before everything else."""
    count = sum(one.state == "staged" for one in releases)
    if not count:
        return []
    words = html.Strong(say("data_pages.home.waiting", lang, count=count))
    return [html.P([words, html.A(say("data_pages.upload.first", lang), href=UPLOAD)], className="notice waiting")]


def _coverage(asked: Store, area: str, year: int | None, kept: Mapping[str, str], lang: str) -> list[Component]:
    """Years where there are several, then the months of the chosen year or the newest ones."""
    title, mark = say("data_pages.home.coverage", lang), help_mark("preliminary", lang)
    last = asked.latest_period(None, area)
    if last is None:
        return [section(title, empty(say("data_pages.home.no_coverage", lang, area=area_title(area, lang))))]
    held = asked.coverage(area, start=FIRST_MONTH, end=last)
    years = {month.last // MONTHS_IN_YEAR for one in held for month in one.months}
    span = Period(last.last - MONTHS_SHOWN + 1, last.last)
    if year in years:
        span = Period(year * MONTHS_IN_YEAR, year * MONTHS_IN_YEAR + MONTHS_IN_YEAR - 1)
    note = say("data_pages.coverage.of_year" if year in years else "data_pages.coverage.newest", lang, year=year)
    maps: list[Component] = [years_map(held, year, kept, lang)] if len(years) > FEW_YEARS else []
    by_month = [html.H3(note), months_map(held, span, lang), coverage_key(lang)]
    body = [*maps, html.Div(by_month, id="thang", className="by-month")]
    return [section(title, *body, note=area_title(area, lang), mark=mark)]


def _releases(
    releases: Sequence[Release], year: int | None, page: str, kept: Mapping[str, str], lang: str
) -> Component:
    """All of them, or those published in the chosen year."""
    chosen = [one for one in releases if year is None or one.released.year == year]
    title, note = say("data_pages.home.releases", lang), say("data_pages.home.release_count", lang, count=len(chosen))
    every = []
    if year is not None:
        title = say("data_pages.home.releases_of", lang, year=year)
        without = urlencode({name: value for name, value in kept.items() if name != "nam"})
        every = [html.P(html.A(say("data_pages.home.all_years", lang), href=f"/so-lieu?{without}"))]
    listed = release_list(chosen, page, kept, lang)
    return section(title, *every, listed, note=note, id="lan-nap", mark=help_mark("release", lang))


def revision_table(asked: Store, area: str, lang: str) -> html.Div:
    """The largest revisions of the newest release that revised figures of the area, and the way to all of them."""
    chosen = _newest_revisions(asked, area)
    if not chosen:
        return empty(say("data_pages.home.no_revisions", lang))
    newest = chosen[0].new
    rows = [
        [
            named_figure(one.series, one.period, lang),
            figure_link(formats.number(one.old.value, 1, lang), one.old.id, "quiet"),
            figure_link(formats.number(one.new.value, 1, lang), one.new.id),
            difference_cell(one.difference, one.percent, lang),
        ]
        for one in chosen[:REVISIONS_SHOWN]
    ]
    names = ("figure", "old", "new", "difference")
    headings = [say(f"data_pages.columns.{n}", lang) for n in names]
    day, count = formats.day(newest.released, lang), formats.number(len(chosen), 0, lang)
    every = html.A(say("data_pages.home.revised_all", lang), href=f"/so-lieu/ban/{newest.release_id}?loai=revised")
    return html.Div(
        [
            html.P(
                [say("data_pages.home.revised_on", lang, day=day, count=count), " ", every], className="small second"
            ),
            table(headings, rows, caption=say("data_pages.home.revisions", lang)),
        ]
    )


def _newest_revisions(asked: Store, area: str) -> list[Revision]:
    """What the newest release with revisions of the area revised there, the largest first; mostly it is the newest."""
    newest = [one for one in asked.revisions(limit=1) if one.series.area == area] or asked.revisions(area=area, limit=1)
    if not newest:
        return []
    found = asked.revisions(release_id=newest[0].new.release_id, area=area)
    return sorted((one for one in found if one.difference), key=lambda one: -abs(one.percent or 0))
