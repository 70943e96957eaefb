"""Days as people type them."""

from __future__ import annotations

import re
from datetime import date


def typed_day(text: str) -> date | None:
    """The day of a text such as `06/12/2024`, `6.12.2024` or `2024-12-06`; None for an empty one.

    Raises ValueError for anything else.
    """
    text = text.strip()
    if match := re.fullmatch(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})", text):
        return date(int(match[4]), int(match[3]), int(match[1]))
    return date.fromisoformat(text) if text else None
