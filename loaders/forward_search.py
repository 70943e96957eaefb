"""Looks cells up in the bytes of a sheet, which are mostly asked for in the order in which they stand."""

from __future__ import annotations

from loaders.grid import Address

_TIMES_THROUGH = 4


class ForwardSearch:
    """Each search goes on where the one before has found its cell: all of them together pass through the sheet once.

    Nothing is found any more after so much going back that a table of all cells would have been cheaper.
    """

    def __init__(self, content: bytes, start: int = 0, end: int | None = None) -> None:
        self._content = content
        self._start = self._reached = start
        self._end = len(content) if end is None else end
        self._cell: Address = (0, 0)
        self._left = _TIMES_THROUGH * (self._end - start)

    def find(self, wanted: bytes, cell: Address) -> int:
        """Where `wanted`, the beginning of `cell`, stands; -1 where a table of all cells has to tell."""
        if self._left <= 0:
            return -1
        is_back = cell < self._cell
        start = self._start if is_back else self._reached
        at = self._content.find(wanted, start, self._end)
        if is_back or at < 0:
            self._left -= (at if at >= 0 else self._end) - start + 1
        if at >= 0:
            self._reached, self._cell = at, cell
        return at
