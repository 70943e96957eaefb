"""calibration.json: how often campaign statements are right where nothing happened, and what they would notice.

Also relearns `indicators/placebo_quantiles.json` from the same real series; the same series give the same file.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from indicators import placebo
from indicators.placebo import LONGEST_WINDOW, SHORTEST_WINDOW, deviations, learn
from tests.reports._placebo_windows import SERIES_FILE, measure, national_growth, scaled_differences

QUANTILES = Path(placebo.__file__).with_name("placebo_quantiles.json")


def write(folder: Path) -> None:
    """Write calibration.json into `folder` and the learned quantiles into the package."""
    series = list(national_growth().values())
    QUANTILES.write_text(json.dumps(learned(), indent=1) + "\n", encoding="utf-8")
    lengths = range(SHORTEST_WINDOW, LONGEST_WINDOW + 1)
    by_length = []
    for months in lengths:
        covered, half_width, windows = scaled_differences(series, months)
        simpler = {"coverage": covered, "half_width": half_width, "windows": windows}
        by_length.append({**asdict(measure(series, months)), "scaled_placebo_differences": simpler})
    total = sum(row["windows"] for row in by_length)
    whole = {
        "series": len(series),
        "source": SERIES_FILE.name,
        "placebo_windows": total,
        "coverage": sum(row["coverage"] * row["windows"] for row in by_length) / total,
        "said_higher": sum(row["said_higher"] * row["windows"] for row in by_length) / total,
        "said_lower": sum(row["said_lower"] * row["windows"] for row in by_length) / total,
        "effects_in": "standard deviations of the series' growth outside the window",
        "by_length": by_length,
    }
    (folder / "calibration.json").write_text(json.dumps(whole, indent=1, ensure_ascii=False), encoding="utf-8")


def learned() -> dict[str, object]:
    """What the package stores: persistence and quantiles by window length, learned from all series."""
    series = list(national_growth().values())
    windows = {}
    for months in range(SHORTEST_WINDOW, LONGEST_WINDOW + 1):
        found = learn([deviations(growth, months) for growth in series])
        quantiles = {str(level): round(value, 4) for level, value in found.quantiles.items()}
        windows[str(months)] = {"persistence": round(found.persistence, 4), "quantiles": quantiles}
    how = "learned by tests/reports/calibration.py from the national series named there; ratios of excess to spread"
    return {"how": how, "series": len(series), "windows": windows}
