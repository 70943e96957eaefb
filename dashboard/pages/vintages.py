"""`/so-lieu/so-sanh`: what was said about a month on one day, what on another, and which release changed it."""

from __future__ import annotations

from datetime import date
from typing import Any

import dash
from dash import dcc, html

from dashboard.charts import area_title
from dashboard.components.figures import point_link
from dashboard.components.signs import status_sign
from dashboard.context import language, store
from dashboard.formats import amount, day, month_short, period_long, signed
from dashboard.moment import Moment, moment_of
from dashboard.selection import Selection, release_days, selection_of
from dashboard.sources import SOURCES
from dashboard.statements import cumulative_label
from dashboard.views.data_tabs import data_tabs
from dashboard.views.parts import empty
from dashboard.vintages import NOW, PATH, Compared, address, compare, first_published
from data.period import Period
from data.store import Store
from data.wording import say

dash.register_page(__name__, path=PATH, name="lineage.compare.title", order=46)

MOST_MONTHS = 60


def layout(**query: str) -> html.Div:
    lang, chosen = language(), selection_of(query)
    theme = query.get("chuyen-de", "") if query.get("chuyen-de") in SOURCES else ""
    themes = (theme,) if theme else tuple(SOURCES)
    days = release_days(store())
    last = chosen.month if chosen.month is not None else _month_to_begin_with(chosen.area, days, themes)
    first = first_published(store(), chosen.area, last, themes) if last is not None else None
    asked, after = moment_of(query.get("a", "")), moment_of(query.get("b", ""))
    before = asked if asked.day else Moment(first)
    if last is None or before.day is None:
        months = [_months(Selection(chosen.area, last), theme, lang)] if last is not None else []
        nothing = empty(say("lineage.compare.nothing", lang))
        return html.Div(
            [_head(say("lineage.compare.title", lang), chosen, lang, *months), data_tabs("compare", lang), nothing]
        )
    chosen = Selection(chosen.area, last)
    found = compare(store(), chosen.area, last, before, after, themes)
    controls = [
        _months(chosen, theme, lang),
        _days(chosen, theme, days, before, after, "a", lang),
        _days(chosen, theme, days, before, after, "b", lang),
    ]
    return html.Div(
        [
            _head(_finding(found, last, before, after, lang), chosen, lang, *controls),
            data_tabs("compare", lang),
            html.P(say("lineage.compare.about", lang), className="second"),
            html.Div(
                _table(found, last, before, after, lang),
                className="scroll-box card block",
                tabIndex=0,
                role="region",
                **{"aria-label": say("lineage.compare.title", lang)},
            ),
        ]
    )


def _month_to_begin_with(area: str, days: list[date], themes: tuple[str, ...]) -> int | None:
    """The newest month, or the one before it where the newest was published for the first time on the newest day and
    so cannot have changed.
    """
    newest = _newest_month(store(), area)
    if newest is None or not days or first_published(store(), area, newest, themes) != days[0]:
        return newest
    return newest - 1 if first_published(store(), area, newest - 1, themes) else newest


def _newest_month(known: Store, area: str) -> int | None:
    newest = [known.latest_period(source.table, area) for source in SOURCES.values()]
    return max((one.last for one in newest if one), default=None)


def _head(title: str, chosen: Selection, lang: str, *controls: Any) -> html.Div:
    eyebrow = f"{area_title(chosen.area, lang)} · {say('lineage.compare.title', lang)}"
    return html.Div(
        [
            html.Div([html.P(eyebrow, className="eyebrow"), html.H1(title)]),
            html.Div(list(controls), className="controls"),
        ],
        className="page-head",
    )


def _finding(found: list[Compared], last: int, before: Moment, after: Moment, lang: str) -> str:
    changed = sum(one.is_changed for one in found)
    parts = {
        "month": period_long(Period(last, last), lang), "before": _words(before, lang), "after": _words(after, lang)
    }  # fmt: skip
    if not changed:
        return say("lineage.compare.unchanged", lang, **parts)
    return say("lineage.compare.changed", lang, count=changed, all=len(found), **parts)


def _months(chosen: Selection, theme: str, lang: str) -> html.Label:
    newest = _newest_month(store(), chosen.area) or chosen.month or 0
    months = sorted({*range(newest, newest - MOST_MONTHS, -1), chosen.month or newest}, reverse=True)
    options = [
        html.Option(
            month_short(m, lang), value=address(Selection(chosen.area, m), theme=theme), selected=m == chosen.month
        )
        for m in months
    ]
    return _select(options, "dashboard.overview.choose_month", lang, "lineage.compare.month")


def _days(
    chosen: Selection, theme: str, days: list[date], before: Moment, after: Moment, side: str, lang: str
) -> html.Label:
    """Days of publication for one side, and days of recording where there are several; the later side may be now."""
    own, recorded = before if side == "a" else after, store().recorded_days()
    published = {*days, *([own.as_of] if own.as_of else [])}
    held = {*(recorded if len(recorded) > 1 else []), *([own.recorded] if own.recorded else [])}
    listed = [
        *([NOW] if side == "b" else []),
        *(Moment(one) for one in sorted(published, reverse=True)),
        *(Moment(recorded=one) for one in sorted(held, reverse=True)),
    ]
    options = []
    for one in listed:
        a, b = (one, after) if side == "a" else (before, one)
        place = address(chosen, theme=theme, before=a, after=b)
        options.append(html.Option(_words(one, lang), value=place, selected=one == own))
    return _select(options, f"lineage.compare.choose_{side}", lang)


def _words(one: Moment, lang: str) -> str:
    """The day, with a word where it is one of recording; `nay` for the newest figures."""
    if one.recorded:
        return say("lineage.compare.recorded", lang, day=day(one.recorded, lang))
    return day(one.as_of, lang) if one.as_of else say("lineage.compare.now", lang)


def _select(options: list[Any], label: str, lang: str, shown: str = "") -> html.Label:
    chooser = html.Select(options, className="control number", **{"data-go": "address", "aria-label": say(label, lang)})
    return html.Label([html.Span(say(shown or label, lang), className="small second"), chooser], className="labelled")


def _table(found: list[Compared], last: int, before: Moment, after: Moment, lang: str) -> html.Table:
    """Roles are written out, since on a phone each row becomes a small grid and would lose them."""
    later = _words(after, lang)
    if after.day:
        later = say("lineage.compare.says", lang, day=later)
    heads = [
        say("lineage.compare.what", lang),
        say("lineage.compare.said", lang, day=_words(before, lang)),
        later[:1].upper() + later[1:],
        say("lineage.compare.difference", lang),
        say("lineage.compare.why", lang),
    ]
    rows: list[Any] = []
    for theme in dict.fromkeys(one.theme for one in found):
        name = say(f"dashboard.theme.{theme}.indicator", lang)
        rows.append(
            html.Tr(
                html.Th(name, colSpan=len(heads), scope="rowgroup", role="rowheader"), className="total", role="row"
            )
        )
        rows += [_row(one, last, lang) for one in found if one.theme == theme]
    return html.Table(
        [
            html.Caption(say("lineage.compare.title", lang), className="visually-hidden"),
            html.Thead(
                html.Tr([html.Th(head, scope="col", role="columnheader") for head in heads], role="row"),
                role="rowgroup",
            ),
            html.Tbody(rows, role="rowgroup"),
        ],
        className="data-table text-4 compared",
        role="table",
    )


def _row(one: Compared, last: int, lang: str) -> html.Tr:
    moved = html.Strong if one.is_changed else html.Span
    return html.Tr(
        [
            html.Th(_kind(one, last, lang), scope="row", role="rowheader"),
            html.Td(_said(one, "before", lang), role="cell"),
            html.Td(_said(one, "after", lang), role="cell"),
            html.Td(moved(_difference(one, lang), className="number" if one.is_changed else "quiet"), role="cell"),
            html.Td(_why(one, lang), className="why", role="cell"),
        ],
        className="" if one.is_changed else "is-same",
        role="row",
    )


def _kind(one: Compared, last: int, lang: str) -> str:
    if one.kind == "cumulative":
        return cumulative_label(last, one.theme, lang)
    keys = {"level": "lineage.compare.level", "on_previous_month": "dashboard.rate.previous_long"}
    return say(keys.get(one.kind, "dashboard.rate.same_long"), lang)


def _said(one: Compared, side: str, lang: str) -> Any:
    point = one.before if side == "before" else one.after
    if point is None:
        return html.Span(say("lineage.compare.not_yet", lang), className="quiet small")
    shown = amount(point.value, one.unit, lang) if one.kind == "level" else signed(point.value, 2, lang)
    return [point_link(shown, point), " ", status_sign(point.status, lang, with_text=False)]


def _difference(one: Compared, lang: str) -> str:
    if one.difference is None:
        return "…"
    if not one.is_changed:
        return say("lineage.compare.same", lang)
    if one.kind == "level" and one.before and one.before.value:
        return signed(100 * one.difference / abs(one.before.value), 1, lang)
    return signed(one.difference, 2, lang, f" {say('lineage.expect.points', lang)}")


def _why(one: Compared, lang: str) -> Any:
    """The release that says the newer value: its day, its workbook, and how certainty moved."""
    if one.release is None or not one.is_changed:
        return None
    words = [dcc.Link(day(one.release.released, lang), href=f"/so-lieu/ban/{one.release.id}")]
    moved = []
    if one.before and one.after and one.before.status != one.after.status:
        moved = [
            say(f"dashboard.status.{status or 'unknown'}", lang) for status in (one.before.status, one.after.status)
        ]
    note = " → ".join(moved)
    return [
        *words,
        html.Span(f" · {note}" if note else "", className="small"),
        html.Div(one.release.file, className="small quiet breakable"),
    ]
