"""Native charts on a worksheet, over figures on another; bands are columns without gap, as on slides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from dashboard.briefing import palette
from dashboard.briefing.embedded import MONTH_FORMATS
from dashboard.briefing.numbers import office_format
from dashboard.briefing.safe_text import clean, label
from dashboard.briefing.scales import (
    Axis,
    DrawnBand,
    band_headroom,
    band_heights,
    drawn_bands,
    is_monthly,
    panels,
    ranking_axis,
    series_of,
    stands_right,
    value_axis,
)
from dashboard.figures.spec import ChartSpec, Kind, Panel, Series

_FONT = "Arial"
_BAND_COLUMN = 20
_WIDTH, _HEIGHT, _GROWTH_HEIGHT = 960, 400, 210
_PIXELS_PER_ROW = 20


def insert_charts(book: Any, sheet: Any, spec: ChartSpec, figures: str, first_row: int, top: int = 3) -> None:
    """One chart for each panel, growth first. Band columns stand on `sheet` itself, beside the charts."""
    sheet.write_string(
        0, 0, clean(spec.title, 300), book.add_format({"bold": True, "font_name": _FONT, "font_size": 14})
    )
    sheet.write_string(1, 0, clean(spec.subtitle, 300), book.add_format({"font_name": _FONT, "font_color": "#474D5A"}))
    for panel in panels(spec):
        series = series_of(spec, panel)
        bands = drawn_bands(spec) if panel == Panel.MAIN and series[0].kind != Kind.HORIZONTAL_BAR else []
        first = [one for one in series if not stands_right(one, series)]
        is_ranking = series[0].kind == Kind.HORIZONTAL_BAR
        shared = len(first) < len(series)
        axis = (
            ranking_axis(first)
            if is_ranking
            else value_axis(first, headroom=band_headroom(bands), is_log=spec.is_log, shares_panel=shared)
        )
        _write_bands(sheet, bands, axis, len(spec.categories), first_row)
        chart = _chart(book, sheet.get_name(), spec, series, bands, axis, figures, first_row)
        height = _GROWTH_HEIGHT if panel == Panel.GROWTH and len(panels(spec)) > 1 else _HEIGHT
        chart.set_size({"width": _WIDTH, "height": height})
        alt = clean(spec.alt or f"{spec.title}. {spec.subtitle}", 1000)
        chart.show_hidden_data()
        sheet.insert_chart(top, 0, chart, {"description": alt})
        top += height // _PIXELS_PER_ROW + 1
        sheet.set_column(_BAND_COLUMN, _BAND_COLUMN + len(bands), None, None, {"hidden": True})
    sheet.set_landscape()
    sheet.print_area(0, 0, top, _WIDTH // 64)


def _write_bands(sheet: Any, bands: list[DrawnBand], axis: Axis, count: int, first_row: int) -> None:
    for at, (drawn, height) in enumerate(zip(bands, band_heights(bands, axis), strict=True)):
        column = _BAND_COLUMN + at
        sheet.write_string(first_row - 1, column, label(drawn.band.name))
        for row in range(drawn.first, min(drawn.last + 1, count)):
            sheet.write_number(first_row + row, column, height)


def _chart(
    book: Any,
    own: str,
    spec: ChartSpec,
    series: list[Series],
    bands: list[DrawnBand],
    axis: Axis,
    figures: str,
    first_row: int,
) -> Any:
    last_row = first_row + len(spec.categories) - 1
    categories = [figures, first_row, 0, last_row, 0]
    order = {id(one): at for at, one in enumerate(spec.series)}
    bars = [one for one in series if one.kind != Kind.LINE]
    lines = [one for one in series if one.kind == Kind.LINE]
    main = None
    if bars or bands:
        stacked = any(one.kind == Kind.STACKED_BAR for one in bars)
        form = {"type": "bar" if _is_horizontal(bars) else "column"} | ({"subtype": "stacked"} if stacked else {})
        main = book.add_chart(form)
        for at, drawn in enumerate(bands if not stacked else []):
            main.add_series(_band_series(own, at, drawn, categories, first_row, last_row, len(spec.categories)))
        for one in bars:
            values = [figures, first_row, order[id(one)] + 1, last_row, order[id(one)] + 1]
            look = _bar_series(one, order[id(one)], bands=bands)
            main.add_series({"name": _name(figures, one, order), "categories": categories, "values": values, **look})
    second = None
    if lines:
        line_chart = book.add_chart({"type": "line"})
        for one in lines:
            values = [figures, first_row, order[id(one)] + 1, last_row, order[id(one)] + 1]
            look = _line_series(one, order[id(one)])
            is_second = stands_right(one, series)
            extra = {"y2_axis": True} if is_second else {}
            second = one if is_second else second
            entry = {"name": _name(figures, one, order), "categories": categories, "values": values}
            line_chart.add_series(entry | look | extra)
        if second:
            line_chart.set_y2_axis(
                {"num_format": office_format(second.decimals), "name": label(second.unit), **_words()}
            )
        if main is None:
            main = line_chart
        else:
            main.combine(line_chart)
    _dress(main, spec, series, bands, axis)
    return main


def _is_horizontal(bars: list[Series]) -> bool:
    return bool(bars) and bars[0].kind == Kind.HORIZONTAL_BAR


def _name(figures: str, one: Series, order: dict[int, int]) -> list[object]:
    return [figures, 3, order[id(one)] + 1]


def _words() -> dict[str, object]:
    return {"num_font": {"name": _FONT, "size": 10}, "name_font": {"name": _FONT, "size": 10, "bold": False}}


def _band_series(
    own: str, at: int, drawn: DrawnBand, categories: list[object], first_row: int, last_row: int, count: int
) -> dict[str, object]:
    column = _BAND_COLUMN + at
    labels: list[dict[str, object]] = [{"delete": True}] * count
    font = {"name": _FONT, "size": 9, "color": f"#{palette.BAND_TEXT}"}
    if not drawn.runs_through:
        labels[drawn.middle] = {"value": f"='{own}'!${_letter(column)}${first_row}", "font": font}
    look = {"none": True} if drawn.runs_through else {"color": f"#{palette.BAND}", "transparency": 25}
    return {
        "name": [own, first_row - 1, column],
        "categories": categories,
        "values": [own, first_row, column, last_row, column],
        "fill": look,
        "border": {"none": True},
        "gap": 50 if drawn.runs_through else 0,
        "overlap": 100,
        "data_labels": {"value": True, "custom": labels, "position": "inside_end"},
    }


def _letter(column: int) -> str:
    return str(xl_col_to_name(column))


def _bar_series(one: Series, order: int, *, bands: Sequence[DrawnBand]) -> dict[str, object]:
    rgb = palette.colour(one.role, order)
    points: list[dict[str, object] | None] = []
    for status in one.statuses:
        look: dict[str, object] | None = None
        if status == "estimate":
            pattern = {"pattern": "wide_upward_diagonal", "fg_color": f"#{rgb}", "bg_color": "#FFFFFF"}
            look = {"pattern": pattern, "border": {"color": f"#{rgb}"}}
        elif status == "preliminary":
            look = {"fill": {"color": f"#{palette.tint(rgb)}"}, "border": {"color": f"#{rgb}"}}
        points.append(look)
    stacked = one.kind == Kind.STACKED_BAR
    shows_bands = any(not drawn.runs_through for drawn in bands)
    border = {"color": "#FFFFFF", "width": 1} if shows_bands else {"none": True}
    gap = 0 if shows_bands and not stacked else 50
    overlap = 100 if bands or stacked else -5
    shape: dict[str, object] = {"fill": {"color": f"#{rgb}"}, "border": border, "gap": gap, "overlap": overlap}
    if any(points):
        shape["points"] = points
    if one.kind == Kind.HORIZONTAL_BAR:
        shape["data_labels"] = {"value": True, "num_format": office_format(one.decimals)}
    return shape


def _line_series(one: Series, order: int) -> dict[str, object]:
    rgb = palette.colour(one.role, order)
    dash = (
        "solid" if one.is_total or one.panel == Panel.GROWTH else ("solid", "dash", "round_dot", "dash_dot")[order % 4]
    )
    points: list[dict[str, object] | None] = [
        {"line": {"color": f"#{rgb}", "dash_type": "round_dot"}} if status == "estimate" else None
        for status in one.statuses
    ]
    look: dict[str, object] = {"line": {"color": f"#{rgb}", "width": 2.25, "dash_type": dash}}
    return look | ({"points": points} if any(points) else {})


def _dress(chart: Any, spec: ChartSpec, series: list[Series], bands: list[DrawnBand], axis: Axis) -> None:
    """Axes, grid and legend without the bands; the title stands in the cells over the chart."""
    across: dict[str, object] = {"label_position": "low", "major_tick_mark": "none", **_words()}
    if is_monthly(spec):
        step = next(n for n in (1, 2, 3, 6, 12, 24, 36, 60, 120) if len(spec.categories) / n <= 12 or n == 120)
        across |= {
            "date_axis": True,
            "num_format": MONTH_FORMATS[spec.language],
            "major_unit": step,
            "major_unit_type": "months",
        }
    up: dict[str, object] = {
        "num_format": office_format(axis.decimals),
        "min": axis.low,
        "max": axis.high,
        "major_unit": axis.step,
        "major_gridlines": {"visible": True, "line": {"color": f"#{palette.GRID}"}},
        "line": {"none": True},
        "name": label(series[0].unit),
        **_words(),
    }
    if axis.is_log:
        up |= {"log_base": 10}
        up.pop("major_unit")
    if _is_horizontal(series):  # the writer calls the horizontal axis x, whatever it shows
        chart.set_y_axis(across | {"reverse": True})
        chart.set_x_axis(up | {"label_position": "none", "name": "", "major_gridlines": {"visible": False}})
    else:
        chart.set_x_axis(across)
        chart.set_y_axis(up)
    stacked = any(one.kind == Kind.STACKED_BAR for one in series)
    if len(series) > 1:
        hidden = list(range(len(bands))) if bands and not stacked else []
        chart.set_legend({"position": "bottom", "delete_series": hidden, "font": {"name": _FONT, "size": 10}})
    else:
        chart.set_legend({"none": True})
    chart.set_title({"none": True})
    chart.set_chartarea({"border": {"none": True}})
    chart.show_blanks_as("span" if all(one.step > 1 for one in series) else "gap")
