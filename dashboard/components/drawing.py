"""A component that shows an SVG drawn by the server, so that it takes the page's fonts, colours and theme."""

from __future__ import annotations

from typing import Any, ClassVar

from dash.development.base_component import Component

from dashboard.escaping import text

__all__ = ["Drawing", "text"]


class Drawing(Component):
    """Shows `svg` as it is. Whoever makes the markup escapes every word in it with `text`."""

    _children_props: ClassVar[list[str]] = []
    _base_nodes: ClassVar[list[str]] = ["children"]
    _namespace = "drawing"
    _type = "Drawing"

    def __init__(
        self,
        svg: str = "",
        *,
        id: Any = Component.UNDEFINED,
        className: Any = Component.UNDEFINED,  # noqa: N803 (the name that Dash gives it)
        inline: bool = False,
    ) -> None:
        self._prop_names = ["id", "svg", "className", "inline"]
        self._valid_wildcard_attributes: list[str] = []
        self.available_properties = self._prop_names
        self.available_wildcard_properties: list[str] = []
        given = {"svg": svg, "id": id, "className": className, "inline": inline}
        for name, value in given.items():
            if value is not Component.UNDEFINED:
                # Not through the base class, which would look for a package `drawing` on disk, once for every property.
                setattr(self, name, value)
