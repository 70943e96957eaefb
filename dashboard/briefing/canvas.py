"""A small drawing surface that writes SVG. Lengths are points; colours are `RRGGBB`; text is escaped here, once."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from dashboard.briefing.typefaces import CHART_FAMILY, REGULAR


def _short(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


class Canvas:
    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._drawn: list[str] = []
        self._patterns: dict[str, str] = {}

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str,
        *,
        stroke: str = "",
        thick: float = 0.75,
        dash: str = "",
        opacity: float = 1.0,
    ) -> None:
        """A rectangle; `fill` is a colour, `none`, or what `hatch` returned."""
        self._drawn.append(
            f'<rect x="{_short(x)}" y="{_short(y)}" width="{_short(max(width, 0))}" height="{_short(max(height, 0))}"'
            f' fill="{_paint(fill)}"{_stroke(stroke, thick, dash)}{_opacity(opacity)}/>'
        )

    def line(
        self, x1: float, y1: float, x2: float, y2: float, stroke: str, thick: float = 0.75, dash: str = ""
    ) -> None:
        self._drawn.append(
            f'<line x1="{_short(x1)}" y1="{_short(y1)}" x2="{_short(x2)}" y2="{_short(y2)}"'
            f"{_stroke(stroke, thick, dash)}/>"
        )

    def path(self, points: list[tuple[float, float]], stroke: str, thick: float, dash: str = "") -> None:
        if len(points) < 2:
            return
        steps = "L".join(f"{_short(x)} {_short(y)}" for x, y in points)
        self._drawn.append(f'<path d="M{steps}" fill="none" stroke-linejoin="round"{_stroke(stroke, thick, dash)}/>')

    def shape(self, points: list[tuple[float, float]], fill: str, stroke: str = "", dash: str = "") -> None:
        """A filled polygon."""
        steps = " ".join(f"{_short(x)},{_short(y)}" for x, y in points)
        self._drawn.append(f'<polygon points="{steps}" fill="{_paint(fill)}"{_stroke(stroke, 0.75, dash)}/>')

    def dot(self, x: float, y: float, radius: float, fill: str, stroke: str, thick: float = 1.25) -> None:
        self._drawn.append(
            f'<circle cx="{_short(x)}" cy="{_short(y)}" r="{_short(radius)}" fill="{_paint(fill)}"'
            f"{_stroke(stroke, thick, '')}/>"
        )

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        fill: str,
        *,
        anchor: str = "start",
        weight: int = REGULAR,
        turned: bool = False,
    ) -> None:
        """One line with its baseline at `y`; `turned` reads upwards."""
        turn = f' transform="rotate(-90 {_short(x)} {_short(y)})"' if turned else ""
        place = f' text-anchor="{anchor}"' if anchor != "start" else ""
        bold = f' font-weight="{weight}"' if weight != REGULAR else ""
        self._drawn.append(
            f'<text x="{_short(x)}" y="{_short(y)}" font-size="{_short(size)}" fill="#{fill}"{place}{bold}{turn}>'
            f"{escape(words)}</text>"
        )

    def hatch(self, rgb: str, ground: str) -> str:
        """A paint of slanting lines; returns the name to fill with."""
        name = f"hatch-{rgb}-{ground}"
        self._patterns[name] = (
            f'<pattern id="{name}" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
            f'<rect width="4" height="4" fill="#{ground}"/><rect width="1.4" height="4" fill="#{rgb}"/></pattern>'
        )
        return f"url(#{name})"

    def svg(self, *, title: str, description: str, language: str, style: str = "") -> str:
        """The whole picture, with its alternative text inside."""
        definitions = "".join(self._patterns.values())
        if style or definitions:
            definitions = f"<defs>{f'<style>{style}</style>' if style else ''}{definitions}</defs>"
        width, height = _short(self.width), _short(self.height)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt"'
            f' viewBox="0 0 {width} {height}"'
            f' role="img" xml:lang={quoteattr(language)} font-family="\'{CHART_FAMILY}\', Arial, sans-serif">'
            f"<title>{escape(title)}</title><desc>{escape(description)}</desc>{definitions}{''.join(self._drawn)}</svg>"
        )


def _paint(fill: str) -> str:
    return fill if fill == "none" or fill.startswith("url(") else f"#{fill}"


def _stroke(rgb: str, thick: float, dash: str) -> str:
    if not rgb:
        return ""
    return f' stroke="#{rgb}" stroke-width="{_short(thick)}"' + (f' stroke-dasharray="{dash}"' if dash else "")


def _opacity(share: float) -> str:
    return f' fill-opacity="{_short(share)}"' if share < 1 else ""
