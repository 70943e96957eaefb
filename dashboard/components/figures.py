"""Numbers that lead back to their cell: each is a link to its lineage, by the figure's identifier."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from dash import dcc, html

from dashboard.headlines import Point


def figure_path(figure_id: str) -> str:
    """The page of a figure's lineage: `/so-lieu/o/<figure id>`."""
    return f"/so-lieu/o/{quote(figure_id, safe=':')}"


def figure_link(shown: str, figure_id: str, class_name: str = "") -> Any:
    """The number as shown, linked; a number without a stored figure is plain text."""
    if not figure_id:
        return html.Span(shown, className=f"number {class_name}".strip())
    return dcc.Link(shown, href=figure_path(figure_id), className=f"figure-link number {class_name}".strip())


def point_link(shown: str, point: Point | None, class_name: str = "") -> Any:
    return figure_link(shown, point.figure_id if point else "", class_name)
