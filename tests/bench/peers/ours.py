"""Ours: the workbook understood cell by cell, the newest indices of industry as the figure of a chart."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from loaders.collector import collector_at_rest, leave_to_the_system

with collector_at_rest():  # as `python -m loaders` starts
    from dashboard.figures.plotly_chart import plotly_figure
    from dashboard.figures.spec import ChartSpec, Kind, Series
    from loaders.reading import read_workbook

TABLE, COMPARISON = "industrial_production_index", "same_month_previous_year"


def figure(path: Path) -> bytes:
    """Growth of each row of the index of industrial production in the newest month of the workbook."""
    read = read_workbook(path.read_bytes(), path.name)
    rows = [one for one in read.observations if one.table == TABLE and one.comparison == COMPARISON]
    last = max(one.period for one in rows)
    shown = [one for one in rows if one.period == last]
    names = tuple(one.item for one in shown)
    series = Series("IIP", Kind.HORIZONTAL_BAR, tuple(one.value - 100 for one in shown), "%")
    spec = ChartSpec("peers", "", "", names, names, (series,), "%", "", is_time=False)
    return json.dumps(plotly_figure(spec), ensure_ascii=False).encode()


if __name__ == "__main__":
    sys.stdout.buffer.write(figure(Path(sys.argv[1])))
    leave_to_the_system()
