"""The mark over figures that nobody accepted: repeated across every table, on the screen and on paper."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from dashboard.components.drawing import text
from data.wording import say

WIDTH, HEIGHT = 360, 150
INK = "#C4573A"


def unaccepted_mark(language: str) -> dict[str, Any]:
    """Class and style of the element that holds them; the stylesheet lays the mark over the tables inside."""
    words = text(say("data_pages.not_accepted", language))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}"><text x="30" y="110"'
        f' transform="rotate(-16 30 110)" fill="{INK}" fill-opacity=".24" font-family="sans-serif" font-size="24"'
        f' font-weight="700">{words}</text></svg>'
    )
    return {"className": "unaccepted", "style": {"--mark": f'url("data:image/svg+xml,{quote(svg)}")'}}
