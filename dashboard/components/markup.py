"""Plain elements as one piece of markup: a page of thousands of cells is there at once, not one component each."""

from __future__ import annotations

from typing import Any

from dash.development.base_component import Component

from dashboard.components.drawing import Drawing, text

_NAMES = {"className": "class", "rowSpan": "rowspan", "colSpan": "colspan"}


def as_one_piece(component: Component) -> Drawing:
    """The elements of `dash.html` in `component`, drawn without a component for each; words are made safe."""
    return Drawing(_markup(component))


def _markup(part: Any) -> str:
    if part is None:
        return ""
    if isinstance(part, list | tuple):
        return "".join(map(_markup, part))
    if not isinstance(part, Component):
        return text(part)
    props = part.to_plotly_json()["props"]
    given = "".join(f' {_NAMES.get(name, name)}="{text(value)}"' for name, value in props.items() if name != "children")
    tag = part._type.lower()
    return f"<{tag}{given}>{_markup(props.get('children'))}</{tag}>"
