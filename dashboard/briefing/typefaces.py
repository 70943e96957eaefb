"""The shipped typefaces: where they lie and how wide their letters are."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

FOLDER = Path(__file__).parent / "fonts"
CHART_FAMILY = "Be Vietnam Pro"
PAPER_FAMILY = "Tinos"
REGULAR, SEMIBOLD = 400, 600
_FILES = {REGULAR: "BeVietnamPro-Regular.ttf", SEMIBOLD: "BeVietnamPro-SemiBold.ttf"}
_PAPER_BOLD = "Tinos-Bold.ttf"
_POINTS_PER_MM = 72 / 25.4


def file(weight: int) -> Path:
    return FOLDER / _FILES[weight]


@cache
def _widths(name: str) -> tuple[dict[int, float], float]:
    font = TTFont(FOLDER / name, lazy=True)
    em, advances = font["head"].unitsPerEm, font["hmtx"].metrics
    widths = {code: advances[glyph][0] / em for code, glyph in font.getBestCmap().items()}
    font.close()
    return widths, 0.6


def width(text: str, size: float, weight: int = REGULAR) -> float:
    """Width of a line in the unit of `size`; a letter that the typeface lacks counts as an average one."""
    known, other = _widths(_FILES[weight])
    return size * sum(known.get(ord(letter), other) for letter in text)


def paper_width_mm(text: str, size: float) -> float:
    """Millimetres of a bold line on paper, as wide as in Times New Roman."""
    known, other = _widths(_PAPER_BOLD)
    return size * sum(known.get(ord(letter), other) for letter in text) / _POINTS_PER_MM


def fit(text: str, size: float, room: float, weight: int = REGULAR) -> str:
    """The text, cut with an ellipsis to fit into `room`."""
    if width(text, size, weight) <= room:
        return text
    low, high = 0, min(len(text), 400)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width(text[:middle] + "…", size, weight) <= room else (low, middle - 1)
    return text[:low].rstrip() + "…" if low else ""


def balanced(text: str, size: float, room: float, most_lines: int, weight: int = REGULAR) -> list[str]:
    """Like `wrap`, with lines about as long as one another, so that no word stands alone in the last one."""
    lines = wrap(text, size, room, most_lines, weight)
    if len(lines) < 2 or " ".join(lines) != text:
        return lines
    for share in range(55, 100, 5):
        closer = wrap(text, size, room * share / 100, most_lines, weight)
        if " ".join(closer) == text:
            return closer
    return lines


def wrap(text: str, size: float, room: float, most_lines: int, weight: int = REGULAR) -> list[str]:
    """Lines that fit into `room`, the last one cut if there are more than `most_lines`."""
    lines: list[str] = []
    words = text.split(" ")
    while words and len(lines) < most_lines:
        line = words.pop(0)
        while words and width(f"{line} {words[0]}", size, weight) <= room:
            line = f"{line} {words.pop(0)}"
        if words and len(lines) == most_lines - 1:
            line = f"{line} {' '.join(words[:40])}"
        lines.append(fit(line, size, room, weight))
    return lines
