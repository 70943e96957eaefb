"""The day of the figures as an address writes it.

`2024-12-06` asks for what was published by then, `ghi-2024-12-06` for what this database held at the end of that day.
"""

from __future__ import annotations

from datetime import date

RECORDED = "ghi-"


def day_of(text: str) -> date | None:
    """The day that a text names in ISO form; None for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def as_of_and_recorded(text: str) -> tuple[date | None, date | None]:
    """The day of publication or of recording that is asked for; none of the two for the newest figures."""
    if text.startswith(RECORDED):
        return None, day_of(text.removeprefix(RECORDED))
    return day_of(text), None


def moment_text(as_of: date | None, recorded: date | None) -> str:
    """The reverse; empty for the newest figures."""
    if recorded:
        return f"{RECORDED}{recorded.isoformat()}"
    return as_of.isoformat() if as_of else ""
