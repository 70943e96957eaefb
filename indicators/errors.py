"""What an indicator refuses to compute, and why. The words for people are worded elsewhere, by `code`."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

SHOWN_PERIODS = 6


class IndicatorError(ValueError):
    """A figure cannot be computed truly. `code` and `parameters` say why; nothing is retried by itself."""

    code = "refused"

    def __init__(self, message: str, **parameters: object) -> None:
        super().__init__(message)
        self.parameters = parameters


class MissingMonths(IndicatorError):
    """Months that the formula needs are not there; a gap is never taken for zero."""

    code = "missing_months"

    def __init__(self, months: Sequence[pd.Period]) -> None:
        shown = ", ".join(str(month) for month in months[:SHOWN_PERIODS])
        more = " ..." if len(months) > SHOWN_PERIODS else ""
        super().__init__(f"{len(months)} missing: {shown}{more}", count=len(months), months=shown)
        self.months = tuple(months)


class TooShort(IndicatorError):
    """The series has fewer periods than the method needs."""

    code = "too_short"

    def __init__(self, *, needed: int, found: int) -> None:
        super().__init__(f"needs {needed} periods, found {found}", needed=needed, found=found)


class NotComparable(IndicatorError):
    """Two figures do not measure the same thing: another base, boundary, definition or sign."""

    code = "not_comparable"

    def __init__(self, reason: str) -> None:
        super().__init__(f"not comparable: {reason}", reason=reason)


class NotApplicable(IndicatorError):
    """The transformation is wrong for this kind of series, for example chaining industrial output month on month."""

    code = "not_applicable"

    def __init__(self, reason: str) -> None:
        super().__init__(f"not applicable: {reason}", reason=reason)
