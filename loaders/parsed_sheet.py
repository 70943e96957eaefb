"""The facts of one sheet of an `.xlsx` by a true XML parser, for sheets that are written in an unusual way."""

from __future__ import annotations

import re
from xml.parsers import expat

from loaders.grid import Address

_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_LAST_COLUMN = 16_384


class ParsedSheet:
    """The same facts by a true XML parser, some four times slower. Entities are refused before it is reached."""

    def __init__(self, xml: bytes) -> None:
        self.styles: dict[bytes, bytes] = {}
        self.errors: dict[Address, str] = {}
        self.without_value: set[Address] = set()
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self._at, self._type, self._has_formula, self._value, self._in_value = "", "", False, "", False
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.Parse(xml, True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rsplit(":", 1)[-1]:
            case "c":
                self._at, self._type = attributes.get("r", ""), attributes.get("t", "")
                self._has_formula, self._value = False, ""
                self.styles[self._at.encode()] = attributes.get("s", "0").encode()
            case "f":
                self._has_formula = True
            case "v":
                self._in_value = True
            case "row" | "col" as kind if attributes.get("hidden") in ("1", "true"):
                note_hidden(kind, attributes, self.hidden_rows, self.hidden_columns)

    def _end(self, name: str) -> None:
        match name.rsplit(":", 1)[-1]:
            case "v":
                self._in_value = False
            case "c" if _ADDRESS.fullmatch(self._at):
                if self._type == "e":
                    self.errors[position(self._at)] = self._value or "#ERROR!"
                if self._has_formula and not self._value:
                    self.without_value.add(position(self._at))

    def _characters(self, text: str) -> None:
        if self._in_value:
            self._value += text


def position(address: str) -> Address:
    """(row, column) from 0 of an address such as `B10`.

    >>> position("B10")
    (9, 1)
    """
    match = _ADDRESS.fullmatch(address)
    if match is None:
        raise ValueError(f"not a cell address: {address!r}")
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]) - 1, column - 1


def note_hidden(kind: str, attributes: dict[str, str], rows: set[int], columns: set[int]) -> None:
    if kind == "row" and attributes.get("r", "").isdigit():
        rows.add(int(attributes["r"]) - 1)
    elif kind == "col":
        first, last = int(attributes.get("min", "1")), int(attributes.get("max", "0"))
        columns.update(range(first - 1, min(last, _LAST_COLUMN)))
