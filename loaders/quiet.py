"""Keeps what a library writes to the error stream by itself, such as the trace of a panic, from the person."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_lock = threading.Lock()
_saved: list[int] = []
_depth = 0
_STDERR = 2


def quietly(work: Callable[[], T]) -> T:
    """Call `work` with the process's error stream thrown away. Calls may overlap: the last one brings it back."""
    _throw_away()
    try:
        return work()
    finally:
        _bring_back()


def _throw_away() -> None:
    global _depth  # noqa: PLW0603 - the error stream is one for the whole process, and so is this count
    with _lock:
        _depth += 1
        if _depth == 1:
            try:
                _saved.append(os.dup(_STDERR))
            except OSError:  # there is no error stream
                return
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, _STDERR)
            os.close(null)


def _bring_back() -> None:
    global _depth  # noqa: PLW0603
    with _lock:
        _depth -= 1
        if _depth == 0 and _saved:
            saved = _saved.pop()
            os.dup2(saved, _STDERR)
            os.close(saved)
