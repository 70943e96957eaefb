"""Text from anywhere, made harmless for office files, pictures and tables of plain text.

Nothing is evaluated anywhere; what remains to guard against is text that a reader's program would evaluate: control
characters that break XML, marks that reverse reading order beyond their own text, endless text, and cells that a
spreadsheet takes for a formula.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST_TEXT = 4_000
LONGEST_LABEL = 200
ELLIPSIS = "…"

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\U000e0000-\U000e007f]")
_BLANKS = re.compile(r"[ \t\n]+")
_FORMULA_START = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")


def clean(text: object, longest: int = LONGEST_TEXT) -> str:
    """One line of composed Unicode without control or direction marks, cut at a word when it is too long.

    >>> clean("Ba\\u0301n le\\u0309\\x07")
    'Bán lẻ'
    """
    shown = unicodedata.normalize("NFC", str(text).replace("\r", "\n"))
    shown = _BLANKS.sub(" ", _INVISIBLE.sub("", _CONTROL.sub("", shown))).strip()
    if len(shown) <= longest:
        return shown
    cut = shown[: longest - 1]
    at = cut.rfind(" ")
    return (cut[:at] if at > longest // 2 else cut).rstrip() + ELLIPSIS


def label(text: object) -> str:
    """A name in a legend, an axis or a table cell."""
    return clean(text, LONGEST_LABEL)


def breakable(text: str, longest_word: int = 40) -> str:
    """Give words longer than any line a place to break, so that they stay inside their page or slide."""
    return " ".join(
        " ".join(word[at : at + longest_word] for at in range(0, len(word), longest_word)) if word else ""
        for word in text.split(" ")
    )


def cell_text(text: object) -> str:
    """Text for a table that a spreadsheet may open: an apostrophe keeps it from being taken for a formula."""
    shown = clean(text)
    return f"'{shown}" if shown.startswith(_FORMULA_START) else shown


def file_name(text: object, longest: int = 80) -> str:
    """A name of letters, digits and hyphens that every file system takes.

    >>> file_name("Bán lẻ: 8/2024")
    'ban-le-8-2024'
    """
    plain = unicodedata.normalize("NFD", str(text).replace("đ", "d").replace("Đ", "D"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:longest].strip("-") or "bieu-do"


def sheet_name(text: object, taken: set[str]) -> str:
    """A worksheet name: at most 31 letters, none of `[]:*?/\\`, different from those in `taken`, which it joins."""
    plain = re.sub(r"[\[\]:*?/\\']+", " ", label(text)).strip() or "Biểu"
    name, number = plain[:31].strip(), 2
    while name.casefold() in taken:
        ending = f" ({number})"
        name, number = plain[: 31 - len(ending)].strip() + ending, number + 1
    taken.add(name.casefold())
    return name
