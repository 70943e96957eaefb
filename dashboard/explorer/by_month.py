"""What a series has in each month as a list from its first month on: read and cut much faster than a dictionary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias, TypeVar

Held = TypeVar("Held")
Other = TypeVar("Other")


class ByMonth(Mapping[int, Held]):
    """By month ordinal, in order; None stands where a month is missing and is not told as a member. Read-only."""

    __slots__ = ("first", "held")

    def __init__(self, first: int, held: Sequence[Held | None]) -> None:
        self.first, self.held = first, held

    @classmethod
    def of(cls, months: Sequence[int], held: Sequence[Held]) -> ByMonth[Held]:
        """From months in order, each with what it has."""
        if not months:
            return cls(0, ())
        known = dict(zip(months, held, strict=True))
        return cls(months[0], [known.get(month) for month in range(months[0], months[-1] + 1)])

    def within(self, span: range) -> tuple[Held | None, ...]:
        """One for each month of the span, None where it has nothing."""
        start, end = span.start - self.first, span.stop - self.first
        held = tuple(self.held[max(start, 0) : max(end, 0)])
        before = min(max(-start, 0), len(span))
        return (None,) * before + held + (None,) * (len(span) - before - len(held))

    def get(self, month: int, default: Other | None = None) -> Held | Other | None:  # type: ignore[override]
        at = month - self.first
        found = self.held[at] if 0 <= at < len(self.held) else None
        return default if found is None else found

    def items(self) -> list[tuple[int, Held]]:  # type: ignore[override]
        return [(month, one) for month, one in enumerate(self.held, self.first) if one is not None]

    def values(self) -> list[Held]:  # type: ignore[override]
        return [one for one in self.held if one is not None]

    def __getitem__(self, month: int) -> Held:
        found = self.get(month)
        if found is None:
            raise KeyError(month)
        return found

    def __contains__(self, month: object) -> bool:
        return isinstance(month, int) and self.get(month) is not None

    def __iter__(self) -> Iterator[int]:
        return (month for month, one in enumerate(self.held, self.first) if one is not None)

    def __reversed__(self) -> Iterator[int]:
        return (self.first + at for at in range(len(self.held) - 1, -1, -1) if self.held[at] is not None)

    def __bool__(self) -> bool:
        return bool(self.held)

    def __len__(self) -> int:
        return len(self.held) - self.held.count(None)


Months: TypeAlias = ByMonth[Held] | dict[int, Held]
"""Both kinds of things by month, in order."""


def within(months: Mapping[int, Held], span: range) -> tuple[Held | None, ...]:
    return months.within(span) if isinstance(months, ByMonth) else tuple(map(months.get, span))
