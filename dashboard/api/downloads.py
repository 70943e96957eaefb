"""The figures of a chart as a workbook: a plain address, so that it can be saved, linked and scripted."""

from __future__ import annotations

import flask

from dashboard.campaign_bands import bands_of
from dashboard.charts import headline_chart
from dashboard.context import language, store
from dashboard.headlines import theme_figures
from dashboard.selection import selection_of
from dashboard.sources import SOURCES
from data.period import MONTHS_IN_YEAR

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DEFAULT_YEARS, MOST_YEARS = 2, 40
blueprint = flask.Blueprint("downloads", __name__)


@blueprint.get("/tai-ve/<theme>.xlsx")
def theme_workbook(theme: str) -> flask.Response:
    """The headline chart of a theme: typed numbers, notes, source, and the chart itself."""
    if theme not in SOURCES:
        flask.abort(404)
    query = flask.request.args.to_dict()
    chosen = selection_of(store(), query)
    figures = theme_figures(store(), theme, chosen.area, as_of=chosen.as_of, parts=False)
    months = figures.months()
    if not months:
        flask.abort(404)
    last = min(chosen.month or months[-1], months[-1])
    rate = "cumulative" if query.get("chi_tieu") == "cumulative" else "growth"
    spec = headline_chart(
        figures,
        last,
        months=_months(query.get("so_nam", "")),
        bands=bands_of(store(), chosen.area),
        language=language(),
        rate=rate,
        as_of=chosen.as_of,
    )
    from dashboard.briefing.workbook import chart_workbook  # loads the workbook writer only when asked

    return flask.Response(
        chart_workbook(spec),
        mimetype=WORKBOOK,
        headers={"Content-Disposition": f'attachment; filename="{spec.key}-{last // 12}-{last % 12 + 1:02d}.xlsx"'},
    )


def _months(years: str) -> int:
    if years == "all":
        return MOST_YEARS * MONTHS_IN_YEAR
    wanted = int(years) if years.isdecimal() else DEFAULT_YEARS
    return min(wanted, MOST_YEARS) * MONTHS_IN_YEAR + 1
