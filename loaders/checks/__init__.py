"""What looks wrong in figures that were understood. Official mistakes are warnings: nothing is repaired here.

    findings = check(reading.observations, known, titles={s.name: s.title for s in reading.sheets})

`known` answers from the store what was released before (`loaders.checks.known.Known`); without it only the figures
of the workbook are held against each other. All functions are pure and none changes an observation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from data.findings import Finding
from data.observation import Observation
from loaders.checks.growth import growth_against_levels
from loaders.checks.history import coverage, jumps_and_units, released_twice
from loaders.checks.known import Known, KnownFigure, NothingKnown
from loaders.checks.titles import stale_titles
from loaders.checks.totals import months_against_cumulative, parts_against_totals, shares_against_hundred

__all__ = ["Known", "KnownFigure", "NothingKnown", "check"]


def check(
    observations: Sequence[Observation], known: Known | None = None, *, titles: Mapping[str, str] | None = None
) -> list[Finding]:
    """Everything that looks wrong, all at once. `titles` are the table titles by sheet."""
    figures, memory = list(observations), known or NothingKnown()
    return [
        *stale_titles(figures, titles or {}),
        *parts_against_totals(figures),
        *shares_against_hundred(figures),
        *months_against_cumulative(figures, memory),
        *growth_against_levels(figures, memory),
        *jumps_and_units(figures, memory),
        *coverage(figures, memory),
        *released_twice(figures, memory),
    ]
