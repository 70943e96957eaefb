"""The chart of a selection as one neutral specification: one question to the store, one calculation a line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dashboard.campaign_bands import bands_of
from dashboard.explorer.by_month import within
from dashboard.explorer.columns import columns
from dashboard.explorer.derived import derivations_of
from dashboard.explorer.inputs import Inputs, inputs_of
from dashboard.explorer.lines import Line, line_of
from dashboard.explorer.names import end_names, name_of, transformation_name
from dashboard.explorer.notes import note_of, source_of, with_day
from dashboard.explorer.selection import Selection
from dashboard.explorer.titles import title_of
from dashboard.figures.spec import Band, ChartSpec, Kind, Panel
from dashboard.figures.spec import Series as Drawn
from dashboard.figures.traces import MOST_MARKERS
from dashboard.formats import month_short, unit_name
from dashboard.method_words import lacking_words, refusal_words
from dashboard.moment import Moment
from dashboard.transformed import Lacking
from dashboard.transformed.made import BASE
from data.observation import WHOLE_COUNTRY
from data.period import MONTHS_IN_YEAR, Period
from data.store import Series, Store
from data.wording import say
from indicators.errors import IndicatorError
from indicators.registry import NO_UNIT, SAME_UNIT, TRANSFORMATIONS, Transformation

DEFAULT_MONTHS = 60
MOST_UNITS = 2


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart, the line behind each of its series, and the series that could not be drawn, each with the reason."""

    spec: ChartSpec | None
    lines: tuple[Line, ...] = ()
    left_out: tuple[tuple[Series, str], ...] = ()


def drawn(store: Store, chosen: Selection, language: str, *, with_ids: bool = False) -> Picture:
    """The chart of a selection with the campaigns of the area of its first series."""
    known = store.all_series()
    area = next((known[i].area for i in chosen.series if i in known), WHOLE_COUNTRY)
    asked = store.as_recorded(chosen.recorded) if chosen.recorded else store
    return picture(asked, chosen, _bands(store, store.version(), area, language), language, with_ids=with_ids)


@lru_cache(maxsize=64)
def _bands(store: Store, version: int, area: str, language: str) -> tuple[Band, ...]:
    """Campaigns of an area; kept until something visible changes, so that a chart asks for its figures only."""
    return bands_of(store, area, language)


def picture(
    store: Store, chosen: Selection, bands: Sequence[Band], language: str, *, with_ids: bool = False
) -> Picture:
    """The chart of a selection. `with_ids` adds the stored figure to every value: a table needs it, a line does not."""
    known = store.all_series()
    how = TRANSFORMATIONS[chosen.transformation]
    base = base_of(chosen, how)
    asked = [inputs_of(store, known[i], how) for i in chosen.series if i in known]
    left_out = [(one.asked, lacking_words(one.lacking, language)) for one in asked if one.lacking]
    lines, refused = _lines(store, [one for one in asked if not one.lacking], how, chosen.as_of, base)
    left_out += [(one, _reason(problem, language)) for one, problem in refused]
    span = _span(lines, chosen)
    drawn: list[Line] = []
    for line in lines:
        if not any(span[0] <= month <= span[1] for month in line.values):
            left_out.append((line.series, say("explorer.left_out.no_figures", language)))
        elif len({unit_of(one.series, how, base, language) for one in (*drawn, line)}) > MOST_UNITS:
            left_out.append((line.series, say("explorer.left_out.third_unit", language)))
        else:
            drawn.append(line)
    if not drawn:
        return Picture(None, left_out=tuple(left_out))
    source = source_of(store, drawn, language)
    spec = _spec(drawn, range(span[0], span[1] + 1), chosen, how, bands, source, language, with_ids=with_ids)
    return Picture(spec, tuple(drawn), tuple(left_out))


def base_of(chosen: Selection, how: Transformation) -> int | None:
    """The month ordinal of the base; none for rates that have no level to compare with."""
    takes_base = how.unit_out in (SAME_UNIT, NO_UNIT) or BASE in how.needs
    return Period.parse(chosen.base).last if chosen.base and takes_base else None


def _lines(
    store: Store, asked: Sequence[Inputs], how: Transformation, as_of: date | None, base: int | None
) -> tuple[list[Line], list[tuple[Series, Exception]]]:
    """Every line out of one question, and the series for which the transformation cannot be made.

    Sums from January are asked for only where printed growth of them counts.
    """
    ids = (number for one in asked for number in one.ids())
    found = columns(store, ids, with_sums=how.key == "ytd_yoy", as_of=as_of)
    lines: list[Line] = []
    refused: list[tuple[Series, Exception]] = []
    for one in asked:
        try:
            lines.append(line_of(store, one, found, how, base=base, as_of=as_of))
        except (IndicatorError, Lacking) as problem:
            refused.append((one.asked, problem))
    return lines, refused


def _reason(problem: Exception, language: str) -> str:
    if isinstance(problem, Lacking):
        return lacking_words(problem.need, language)
    return refusal_words(problem, language) if isinstance(problem, IndicatorError) else str(problem)


def _span(lines: Sequence[Line], chosen: Selection) -> tuple[int, int]:
    """First and last month shown: as asked, else the newest five years; nothing before the first figure."""
    first = min((next(iter(one.values)) for one in lines if one.values), default=0)
    last = max((next(reversed(one.values)) for one in lines if one.values), default=0)
    end = Period.parse(chosen.end).last if chosen.end else last
    start = Period.parse(chosen.start).last if chosen.start else end + 1 - DEFAULT_MONTHS
    return max(start, first), min(end, last)


def unit_of(one: Series, how: Transformation, base: int | None, language: str) -> str:
    """The unit of a line as shown; `T8/2024 = 100` where a month was made the base."""
    if base is not None and BASE not in how.needs:
        return f"{month_short(base, language)} = 100"
    if how.key == "index_first":
        return say("explorer.first_is_100", language)
    if how.key == "level" and one.measure == "index":
        return say("explorer.index_unit", language)
    return unit_name(one.unit if how.unit_out == SAME_UNIT else how.unit_out, language)


def _spec(
    lines: Sequence[Line], span: range, chosen: Selection, how: Transformation, bands: Sequence[Band],
    source: str, language: str, *, with_ids: bool,
) -> ChartSpec:  # fmt: skip
    base = base_of(chosen, how)
    units = list(dict.fromkeys(unit_of(one.series, how, base, language) for one in lines))
    known = {one.id: number for number, one in enumerate(line.series for line in lines)}
    how_name = transformation_name(how, language)
    shown_units = [unit_of(line.series, how, base, language) for line in lines]
    title = title_of(lines, shown_units, span, language, is_share=how.is_share)
    first, last = month_short(span[0], language), month_short(span[-1], language)
    released = max(line.released for line in lines)
    return ChartSpec(
        key="explorer",
        title=title,
        subtitle=f"{how_name[:1].upper()}{how_name[1:]}; {', '.join(units)}; {first} - {last}",
        categories=_months(span, ""),
        labels=_months(span, language),
        series=tuple(
            _drawn(
                line,
                span,
                f"series{known[line.series.id] + 1}",
                units,
                how,
                base,
                language,
                end_name=end_name,
                moment=Moment(chosen.as_of, chosen.recorded),
                with_ids=with_ids,
            )
            for line, end_name in zip(lines, end_names([line.series for line in lines], language), strict=True)
        ),
        unit=units[0],
        source=source,
        note=with_day(note_of(lines, how, base, language), chosen, language),
        released=date.fromordinal(released) if released else None,
        as_of=chosen.as_of,
        bands=tuple(bands) if chosen.with_bands else (),
        language=language,
        alt=f"{title}. {how_name}. {first} - {last}.",
        panel_titles=_panel_titles(units),
        is_log=chosen.is_log and all(min(line.values.values()) > 0 for line in lines),
        has_two_axes=chosen.has_two_axes and len(units) > 1,
    )


def _panel_titles(units: Sequence[str]) -> dict[str, str]:
    return {str(panel): unit for panel, unit in zip((Panel.MAIN, Panel.GROWTH), units, strict=False)}


@lru_cache(maxsize=256)
def _months(span: range, language: str) -> tuple[str, ...]:
    """Months as a person reads them; in ISO 8601 for no language."""
    if language:
        return tuple(month_short(month, language) for month in span)
    return tuple(f"{month // MONTHS_IN_YEAR:04d}-{month % MONTHS_IN_YEAR + 1:02d}" for month in span)


def _drawn(
    line: Line, span: range, role: str, units: Sequence[str], how: Transformation, base: int | None, language: str,
    *, end_name: str, moment: Moment, with_ids: bool,
) -> Drawn:  # fmt: skip
    unit = unit_of(line.series, how, base, language)
    is_long = len(span) > MOST_MARKERS and not with_ids
    has_ids = not is_long
    return Drawn(
        name=name_of(line.series, language),
        short_name=end_name,
        kind=Kind.LINE,
        values=within(line.values, span),
        unit=unit,
        statuses=line.last_status(span) if is_long else line.statuses(span),
        role=role,
        panel=Panel.MAIN if unit == units[0] else Panel.GROWTH,
        figure_ids=_figure_ids(line, span) if has_ids and line.is_stored else (),
        derivations=derivations_of(line, span, how, base, moment) if has_ids else (),
        step=line.step,
        low=_bound(line.made.low, span),
        high=_bound(line.made.high, span),
        is_signed=not how.is_share and not (line.is_stored and line.series.measure == "share"),
    )


def _bound(limits: Mapping[int, float], span: range) -> tuple[float | None, ...]:
    return tuple(map(limits.get, span)) if limits else ()


def _figure_ids(line: Line, span: range) -> tuple[str, ...]:
    return tuple("" if month in line.paired else line.figure_id(month) for month in span)
