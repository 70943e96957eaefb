"""Tables of a briefing: a theme's total and parts side by side, and the month's tables as published."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard import formats
from dashboard.briefing.content_charts import part_name, source_name
from dashboard.briefing.content_context import Context
from dashboard.briefing.model import Cell, TableBlock
from dashboard.briefing_words import changes
from dashboard.producers import named_source, own_file
from dashboard.sources import CUMULATIVE, ON_PREVIOUS_MONTH, YEAR_ON_YEAR
from dashboard.theme_figures import Line
from data.catalogue import catalogue
from data.period import MONTHS_IN_YEAR, Period
from data.store import Figure, Series
from data.wording import say

MOST_ROWS = 400
_NO_COMPARISON = "none"


def parts_table(context: Context, theme: str, key: str) -> TableBlock | None:
    """Level, cumulative level and the three growth rates; columns without any figure are left out."""
    figures = context.figures(theme)
    if figures.total is None:
        return None
    tongue, last = context.language, context.last
    month = last % MONTHS_IN_YEAR + 1
    lines = [figures.total, *figures.parts]
    places = changes.decimals(theme)
    columns = [
        ("level", 1, [_level(line.levels, last) for line in lines]),
        ("cumulative_level", 1, [_level(line.cumulative_levels, last) for line in lines]),
        ("previous_month", places, [_rate(line, ON_PREVIOUS_MONTH, last) for line in lines]),
        ("same_month", places, [_rate(line, YEAR_ON_YEAR, last) for line in lines]),
        ("cumulative", places, [_rate(line, CUMULATIVE, last) for line in lines]),
    ]
    if month == 1:
        columns = [column for column in columns if not column[0].startswith("cumulative")]
    columns = [column for column in columns if any(value is not None for value in column[2])]
    if not columns:
        return None
    names = [part_name(line, tongue) for line in lines]
    rows = tuple((name, *(column[2][at] for column in columns)) for at, name in enumerate(names))
    head = [say(f"briefing.columns.{column[0]}", tongue, month=month, months=month) for column in columns]
    subject = say(f"briefing.subject.{theme}.full", tongue)
    when = formats.period_long(context.period, tongue)
    title = say(
        "briefing.parts_table", tongue, subject=subject[:1].upper() + subject[1:], when=when, area=context.area_name
    )
    return TableBlock(
        id=key,
        title=title,
        header=(say("briefing.columns.item", tongue), *head),
        rows=rows,
        decimals=(0, *(column[1] for column in columns)),
        unit=formats.unit_name(figures.unit, tongue),
        source=source_name(context, theme),
        depths=(0, *(1 for _ in figures.parts)),
        totals=(True,),
    )


def _level(points, last: int) -> float | None:  # type: ignore[no-untyped-def]
    return points[last].value if last in points else None


def _rate(line: Line, comparison: str, last: int) -> float | None:
    point = line.rate(comparison, last)
    return None if point is None else point.value


def month_tables(context: Context) -> Iterator[TableBlock]:
    """Every table with figures for the month, its rows in the order of the official table."""
    month = Period(context.last, context.last)
    so_far = Period(context.last - context.last % MONTHS_IN_YEAR, context.last)
    for code, table in catalogue().tables.items():
        figures = context.store.month_table(code, month, area=context.area, as_of=context.as_of)
        if so_far != month:
            figures += context.store.month_table(code, so_far, area=context.area, as_of=context.as_of)
        if figures:
            yield _month_table(context, code, table.en if context.language == "en" else table.vi, figures)


def _source(context: Context, figures: list[tuple[Series, Figure]]) -> str:
    newest = max((figure for _, figure in figures), key=lambda one: (one.released, one.release_id))
    file = own_file(context.store, context.area, newest.release_id)
    return named_source(context.area, file, newest.released, context.language)


def _month_table(context: Context, code: str, name: str, figures: list[tuple[Series, Figure]]) -> TableBlock:
    tongue = context.language
    columns: dict[tuple[str, str, str, str, str], None] = {}
    rows: dict[tuple[str, int], dict[tuple[str, str, str, str, str], float]] = {}
    labels: dict[tuple[str, int], Series] = {}
    quantities: dict[tuple[str, int], str] = {}
    for series, figure in figures:
        column = (str(figure.period), series.measure, series.index_of, series.comparison, series.base)
        quantity = f" ({formats.unit_inside(series.unit, tongue)})" if series.measure == "volume" else ""
        own = [known for known in rows if known[0] == series.item]
        free = (one for one in own if column not in rows[one])
        alike = (one for one in free if not quantity or quantities.get(one, quantity) == quantity)
        key = next(alike, (series.item, len(own)))  # another row only where a column would hold two units
        columns.setdefault(column)
        rows.setdefault(key, {})[column] = figure.value
        labels.setdefault(key, series)
        if quantity:
            quantities[key] = quantity
    ordered = sorted(
        columns, key=lambda one: (one[0].count("/") > 0 or len(one[0]) > 7, one[1] not in ("value", "volume"))
    )
    place = {item: at for at, item in enumerate(catalogue().items(code))}
    keys = sorted(rows, key=lambda one: place.get(one[0], len(place)))[:MOST_ROWS]
    body = tuple(
        (
            _row_name(code, labels[key], tongue) + quantities.get(key, ""),
            *(_cell(rows[key].get(column)) for column in ordered),
        )
        for key in keys
    )
    base_depth = min((len(one.parents) for one in labels.values()), default=0)
    return TableBlock(
        id=f"appendix.{code}",
        title=say("briefing.month_table", tongue, table=name, when=context.when, area=context.area_name),
        header=(say("briefing.columns.item", tongue), *(_column_name(context, column) for column in ordered)),
        rows=body,
        decimals=(0, *(1 if column[1] in ("value", "volume") else 2 for column in ordered)),
        unit=next((formats.unit_name(s.unit, tongue) for s, _ in figures if s.measure == "value"), ""),
        source=_source(context, figures),
        depths=tuple(min(4, len(labels[key].parents) - base_depth) for key in keys),
        totals=tuple(labels[key].item == "total" for key in keys),
    )


def _cell(value: float | None) -> Cell:
    return value


def _row_name(table: str, series: Series, language: str) -> str:
    return catalogue().item_name(table, series.item, language) or series.label


def _column_name(context: Context, column: tuple[str, str, str, str, str]) -> str:
    """`Giá trị tháng 8/2024`, `Chỉ số so với cùng kỳ năm trước (%) 8 tháng năm 2024`."""
    period, measure, index_of, comparison, base = column
    tongue = context.language
    words = [say(f"briefing.columns.{measure}", tongue)]
    if index_of:
        words.append(say(f"briefing.columns.of_{index_of}", tongue))
    if comparison == "previous_month":
        words.append(
            say("briefing.columns.previous_month", tongue)[:1].lower()
            + say("briefing.columns.previous_month", tongue)[1:]
        )
    elif comparison != _NO_COMPARISON:
        words.append(say(f"briefing.columns.{comparison}", tongue, base=base))
    words.append(formats.period_long(Period.parse(period), tongue))
    return " ".join(word for word in words if word)
