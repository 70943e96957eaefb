"""Layout of every Plotly picture: panels in pixels over the house style. Plain dictionaries, no figure objects."""

from __future__ import annotations

from typing import Any, NamedTuple

from dashboard.figures.house_style import template
from dashboard.figures.spec import ChartSpec, Panel
from dashboard.theme import colour

MARGIN = {"l": 46, "r": 72, "t": 28, "b": 4, "pad": 0}
GROWTH_HEIGHT, LEVEL_HEIGHT, SINGLE_HEIGHT = 130, 190, 280
GAP, TICKS_HEIGHT, LANE_HEIGHT = 40, 44, 25
CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "displaylogo": False,
    "responsive": True,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "scrollZoom": False,
    "doubleClick": False,
}


class Heights(NamedTuple):
    """Parts of the picture from below, as shares of the plot, and the whole height in pixels."""

    lanes: tuple[float, float]
    main: tuple[float, float]
    growth: tuple[float, float]
    total: int


def heights(spec: ChartSpec, lanes: int) -> Heights:
    """Panels that a chart has: growth above the level, campaign lanes below the months."""
    has = {one.panel for one in spec.series}
    both = {Panel.MAIN, Panel.GROWTH} <= has and not spec.has_two_axes
    lane_px = lanes * LANE_HEIGHT
    main_px = LEVEL_HEIGHT if both else SINGLE_HEIGHT
    growth_px = GROWTH_HEIGHT + GAP if both else 0
    plot = lane_px + TICKS_HEIGHT + main_px + growth_px
    bottom = (lane_px + TICKS_HEIGHT) / plot
    return Heights(
        lanes=(0, max(lane_px / plot, 0.001)),
        main=(bottom, bottom + main_px / plot),
        growth=((plot - GROWTH_HEIGHT) / plot, 1) if both else (bottom, bottom + main_px / plot),
        total=plot + MARGIN["t"] + MARGIN["b"],
    )


def layout(spec: ChartSpec, theme: str, *, height: int) -> dict[str, Any]:
    """What all kinds share."""
    return {
        "template": template(theme),
        "height": height,
        "separators": ",." if spec.language == "vi" else ".,",
        "margin": dict(MARGIN),
        "shapes": [],
        "annotations": [],
    }


def value_axis(domain: tuple[float, float], **more: Any) -> dict[str, Any]:
    return {"domain": [round(domain[0], 4), round(domain[1], 4)], **more}


def label(words: str, theme: str, **more: Any) -> dict[str, Any]:
    """An annotation without an arrow."""
    return {"text": words, "showarrow": False, "font": {"size": 12, "color": colour("ink2", theme)}, **more}
