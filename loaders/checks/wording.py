"""How the checks name a figure and write a number in a finding."""

from __future__ import annotations

from data.findings import Finding, Severity
from data.observation import Observation


def complaint(
    observation: Observation, code: str, severity: Severity = Severity.WARNING, **parameters: str | int
) -> Finding:
    """A finding at the cell of an observation, with its label and period."""
    about = {"label": label_of(observation), "period": str(observation.period), **parameters}
    return Finding(code, severity, observation.origin.sheet, observation.origin.cell, about)


def label_of(observation: Observation) -> str:
    """The row's label with its parents, outermost first, such as `TỔNG SỐ > Bán lẻ hàng hóa`."""
    area = f"{observation.area}: " if observation.area not in ("", "Cả nước") else ""
    return area + " > ".join((*observation.parents, observation.item))


def written(value: float) -> str:
    """A number to four significant digits or to two decimals, without an exponent.

    >>> written(524336.5727), written(99.04), written(0.5)
    ('524336.6', '99.04', '0.5')
    """
    decimals = 1 if abs(value) >= 1000 else 2
    text = f"{value:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
