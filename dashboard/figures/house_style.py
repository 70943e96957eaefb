"""The one Plotly template of the product, light and dark: every chart rests on it and names only what is its own.

Figures of pages carry it as a plain dictionary; it is registered by name as well, for figures made with plotly itself.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from dashboard.theme import DARK, LIGHT, PALETTE, colour

FONT = "So Bang, Be Vietnam Pro, sans-serif"
NAMES = {LIGHT: "industry_trade_light", DARK: "industry_trade_dark"}
SERIES = tuple(role for role in PALETTE if role.startswith("series") and not role.endswith("_tint"))


@cache
def template(theme: str) -> dict[str, Any]:
    """Fonts, colours, axes and hover card; shared by all figures, so nobody may change it."""
    ink, clear = colour("ink", theme), "rgba(0,0,0,0)"
    axis = {"ticks": "", "fixedrange": True}
    return {
        "layout": {
            "paper_bgcolor": clear,
            "plot_bgcolor": clear,
            "font": {"family": FONT, "size": 12, "color": colour("ink2", theme)},
            "colorway": [colour(role, theme) for role in SERIES],
            "showlegend": False,
            "bargap": 0.28,
            "hovermode": "x unified",
            "hoverlabel": {
                "bgcolor": colour("surface", theme),
                "bordercolor": colour("ctrl", theme),
                "align": "left",
                "font": {"size": 12, "color": ink, "family": FONT},
            },
            "dragmode": False,
            "xaxis": {**axis, "showgrid": False, "zeroline": False},
            "yaxis": {
                **axis,
                "gridcolor": colour("grid", theme),
                "zeroline": True,
                "zerolinecolor": ink,
                "zerolinewidth": 1.2,
                "nticks": 5,
                "hoverformat": ",.1f",
                "rangemode": "tozero",
                "automargin": True,
            },
        }
    }


def register() -> None:
    """Make both templates known to plotly by their names."""
    import plotly.io
    from plotly.graph_objects import layout

    for theme, name in NAMES.items():
        plotly.io.templates[name] = layout.Template(template(theme))
