"""One theme: headline chart, contributions, season, parts and the table behind them."""

from __future__ import annotations

import dash
from dash import html

from dashboard.context import language
from data.wording import say

dash.register_page(__name__, path_template="/chuyen-de/<theme>", name="dashboard.nav.theme", order=1)


def layout(theme: str = "industry", **_query: str) -> html.Div:
    return html.Div(html.H1(say("dashboard.nav.theme", language())))
