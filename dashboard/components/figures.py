"""Numbers that lead back to where they come from: a stored figure to its cell, a computed one to its formula.

A trace is either the identifier of a figure (`12:2024-11:3`) or the query of a derivation (`phep=mom&ky=2024-11&...`).
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from dash import dcc, html

from dashboard.derivations.derivation import PATH
from dashboard.points import Point


def figure_path(trace: str) -> str:
    """The page of a number's lineage: `/so-lieu/o/<figure id>` or `/so-lieu/tinh?<derivation>`."""
    return f"{PATH}?{trace}" if "=" in trace else f"/so-lieu/o/{quote(trace, safe=':')}"


def figure_link(shown: str, trace: str, class_name: str = "") -> Any:
    """The number as shown, linked; a number without a trace is plain text."""
    if not trace:
        return html.Span(shown, className=f"number {class_name}".strip())
    return dcc.Link(shown, href=figure_path(trace), className=f"figure-link number {class_name}".strip())


def point_link(shown: str, point: Point | None, class_name: str = "") -> Any:
    return figure_link(shown, point.trace if point else "", class_name)
