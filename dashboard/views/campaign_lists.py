"""The lists of the campaigns page: the register by state, awards and published figures by area and source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from dash import html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.campaign_dates import dates_in_words
from dashboard.charts import area_title
from dashboard.components.campaign_name import campaign_link
from dashboard.components.published import as_written, decimals_told, period_told, quoted_indicator, quoted_unit
from dashboard.context import store
from dashboard.published_check import check
from dashboard.views.folded import Group, List
from dashboard.views.parts import empty, missing, table
from data.store.register import Award, Campaign, PublishedFigure
from data.wording import all_wording, say

Sourced = TypeVar("Sourced", Award, PublishedFigure)
STATES = {"running": "never", "coming": "never", "ended": "phones", "undated": "always"}
"""States of a campaign, and where their group is folded: those without a date are the most and the least asked for."""


def register_list(campaigns: Sequence[Campaign], today: date, lang: str) -> List:
    by_state = {state: [one for one in in_order(campaigns, today) if state_of(one, today) == state] for state in STATES}
    groups = [
        Group(say(f"campaign_pages.states.{state}", lang), len(many), register_table(many, lang), folds=STATES[state])
        for state, many in by_state.items()
        if many
    ]
    title = say("campaign_pages.register", lang)
    return List("danh-sach", title, groups, empty(say("campaign_pages.nothing", lang)))


def award_list(awards: Sequence[Award], lang: str) -> List:
    ordered = sorted(awards, key=lambda a: (a.area, a.year or 0, a.award))
    groups = _by_source(ordered, lambda many: award_table(many, lang), lang)
    title = say("campaign_pages.awards", lang)
    return List("khen-thuong", title, groups, empty(say("campaign_pages.no_awards", lang)))


def published_list(figures: Sequence[PublishedFigure], lang: str) -> List:
    """Figures as articles and reports state them, in their own words, beside what stored levels give for the same."""
    groups = _by_source(figures, lambda many: published_table(many, lang), lang)
    title, note = (say(f"campaign_pages.{key}", lang) for key in ("published", "published_note"))
    foot, short = [html.P(note, className="small quiet")], say("campaign_pages.published_short", lang)
    return List("so-lieu-da-neu", title, groups, empty(say("campaign_pages.no_published", lang)), foot, short)


def state_of(one: Campaign, today: date) -> str:
    if one.start is None:
        return "undated"
    if one.start > today:
        return "coming"
    return "running" if one.end is None or one.end >= today else "ended"


def in_order(campaigns: Sequence[Campaign], today: date) -> list[Campaign]:
    """Running ones first, then by the latest start; those without a known date last, as the register has them."""
    return sorted(
        campaigns,
        key=lambda one: (
            state_of(one, today) != "running", one.start is None, -one.start.toordinal() if one.start else 0,
        ),
    )  # fmt: skip


def register_table(campaigns: Sequence[Campaign], lang: str) -> Component:
    rows = [
        [
            campaign_link(one, lang),
            area_title(one.area, lang),
            say(f"campaign_pages.kind.{one.kind}", lang) if one.kind else missing(),
            dates_in_words(one, lang),
            as_written(one.launched_by or one.owner, lang) or missing(),
            as_written(one.source, lang),
        ]
        for one in campaigns
    ]
    names = ("name", "area", "kind", "dates", "owner", "source")
    return _table("register", names, rows, lang, text_columns=range(len(names)))


def award_table(awards: Sequence[Award], lang: str) -> Component:
    rows = [
        [
            as_written(" ".join(filter(None, (one.award, one.rank))), lang),
            as_written(one.recipient, lang),
            as_written(one.granted_by, lang) or missing(),
            str(one.year) if one.year else missing(),
            all_wording(lang).get(f"campaign_pages.award_status.{one.status}", one.status),
        ]
        for one in awards
    ]
    return _table("awards", ("award", "recipient", "granted_by", "year", "status"), rows, lang, text_columns=range(5))


def published_table(figures: Sequence[PublishedFigure], lang: str) -> Component:
    rows = [
        [
            quoted_indicator(one.indicator, lang),
            period_told(one.period, lang),
            formats.number(one.value, decimals_told(one.value), lang),
            quoted_unit(one.unit, lang),
            as_written(one.wording, lang),
            _checked(one, lang),
        ]
        for one in figures
    ]
    names = ("indicator", "period", "value", "unit", "wording", "check")
    return _table("published", names, rows, lang, text_columns=(0, 1, 3, 4, 5))


def _table(
    title: str, names: Sequence[str], rows: Sequence[Sequence[Component | str]], lang: str, text_columns: Sequence[int]
) -> Component:
    headings = [say(f"campaign_pages.columns.{name}", lang) for name in names]
    caption = say(f"campaign_pages.{title}", lang)
    shown = table(headings, rows, caption=caption, text_columns=text_columns, is_map=True)
    return html.Div(shown, className=f"rows rows-{title}")


def _by_source(many: Sequence[Sourced], shown: Callable[[Sequence[Sourced]], Component], lang: str) -> list[Group]:
    """One group for each area and source, so that what all its rows share is said once."""
    groups: dict[tuple[str, str], list[Sourced]] = {}
    for one in many:
        groups.setdefault((one.area, one.source), []).append(one)
    return [Group(area_title(area, lang), len(some), shown(some), source) for (area, source), some in groups.items()]


def _checked(figure: PublishedFigure, lang: str) -> str:
    """The figure computed from stored levels and whether it agrees, or why there is none."""
    found = check(store(), figure)
    if found.computed is None:
        return say(f"campaign_pages.check.{found.reason}", lang)
    shown = formats.number(found.computed, max(1, decimals_told(figure.value)), lang)
    return say(f"campaign_pages.check.{'agrees' if found.agrees else 'differs'}", lang, computed=shown)
