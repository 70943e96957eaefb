"""Beside the headline chart of a theme: plan, campaigns, how to read certainty, and where the figure comes from."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from dashboard import vintages
from dashboard.campaign_bands import bands_of, running
from dashboard.components.figures import point_link
from dashboard.components.help import help_mark
from dashboard.components.plan_bar import plan_block
from dashboard.components.signs import status_sign
from dashboard.figure_lineage import FIRST_ESTIMATES, expectation_of_point
from dashboard.formats import day, signed
from dashboard.headlines import Headline
from dashboard.moment import Moment
from dashboard.selection import Selection
from dashboard.statements import new_year_words
from data.period import Period
from data.store import Store
from data.wording import say


def side_card(store: Store, shown: Headline, chosen: Selection, lang: str) -> html.Aside:
    now = running(bands_of(store, chosen.area, lang), Period(shown.last, shown.last).end)
    blocks: list[Any] = [plan_block(store, shown, lang)]
    if shown.has_new_year and shown.theme != "prices":
        blocks.append(html.Div(html.P(f"{new_year_words(shown, lang)}."), className="note"))
    if now:
        links = [html.Li(dcc.Link(one.name, href=f"/phong-trao/{one.code}")) for one in now[:6]]
        blocks += [html.Section([html.H2(say("dashboard.chart.campaigns", lang)), html.Ul(links, className="links")])]
    signs = [
        html.Li([status_sign(s, lang, with_text=False), " ", say(f"dashboard.themepage.reading_{s}", lang)])
        for s in ("official", "preliminary", "estimate")
    ]
    reading = html.Div(
        [html.H2(say("dashboard.themepage.reading", lang)), help_mark("estimate", lang)], className="with-help"
    )
    blocks.append(html.Section([reading, html.Ul(signs)]))
    blocks.append(_origin(store, shown, chosen, lang))
    return html.Aside([b for b in blocks if b is not None], className="card side")


def _expected(store: Store, shown: Headline, lang: str) -> list[Any]:
    """How far earlier estimates moved, where the headline is one, with the view that counts them."""
    words = expectation_of_point(store, shown.main, lang)
    if not words or shown.main is None:
        return []
    view = f"{FIRST_ESTIMATES}?chuoi={shown.main.series_id}{'&cong-don=1' if shown.main.months > 1 else ''}"
    return [html.P([words, " ", dcc.Link(say("lineage.expect.view", lang), href=view)], className="expectation")]


def _origin(store: Store, shown: Headline, chosen: Selection, lang: str) -> Any:
    if shown.main is None:
        return None
    compared = vintages.address(chosen, theme=shown.theme, after=Moment(chosen.as_of, chosen.recorded))
    lineage = store.origin(shown.main.figure_id)
    words = say("dashboard.themepage.sheet", lang, file=lineage.file, sheet=lineage.sheet, cell=lineage.cell)
    return html.Section(
        [
            html.H2(say("dashboard.themepage.source_of", lang)),
            html.P(point_link(signed(shown.main.value, 2, lang), shown.main)),
            html.P(words, className="breakable"),
            html.P(say("dashboard.chart.foot_released", lang, day=day(shown.main.released)).capitalize()),
            *_expected(store, shown, lang),
            html.P(dcc.Link(say("lineage.compare.link", lang), href=compared)),
        ]
    )
