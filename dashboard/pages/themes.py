"""The address of the themes without the name of one: the first of them."""

from __future__ import annotations

import dash

from dashboard.pages.theme import layout

__all__ = ["layout"]

dash.register_page(__name__, path="/chuyen-de", name="dashboard.nav.theme", order=98)
