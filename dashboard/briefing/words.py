"""The words that stand with every chart: note, source, release date, as-of date and the campaigns drawn."""

from __future__ import annotations

from datetime import date

from dashboard.briefing.numbers import day
from dashboard.briefing.safe_text import clean, label
from dashboard.briefing.scales import drawn_bands, hidden_bands
from dashboard.figures.spec import Band, ChartSpec
from data.wording import say


def kind_of_rows(spec: ChartSpec) -> str:
    """What stands in the first column of a table of the chart: years, months or other periods, or what it compares."""
    return "year" if spec.is_yearly else "period" if spec.is_time else "item"


def foot(spec: ChartSpec) -> str:
    """One line under a picture."""
    tongue = spec.language
    parts = [
        clean(spec.note, 600),
        say("briefing.foot.source", tongue, source=clean(spec.source, 400)) if spec.source else "",
        say("briefing.foot.released", tongue, day=day(spec.released)) if spec.released else "",
        say("briefing.foot.as_of", tongue, day=day(spec.as_of)) if spec.as_of else "",
    ]
    return " · ".join(part for part in parts if part)


def figure_caption(spec: ChartSpec) -> str:
    """What a chart in a report shows; the finding stands in the sentences round it."""
    words = clean(spec.subtitle or spec.title, 300)
    return words[:1].upper() + words[1:]


def band_list(spec: ChartSpec) -> str:
    """Full names and dates of the campaigns drawn, since labels inside a chart are short; those apart that ran all
    the time and so have no edge to see.
    """
    drawn, tongue = drawn_bands(spec), spec.language
    if not drawn:
        return ""
    said = []
    for key, runs_through in (("list", False), ("through", True)):
        names = [
            f"{label(one.band.name)} ({band_dates(one.band, tongue)})"
            for one in drawn
            if one.runs_through is runs_through
        ]
        if names:
            said.append(say(f"briefing.bands.{key}", tongue, bands="; ".join(names)))
    more = hidden_bands(spec)
    ending = say("briefing.bands.more", tongue, count=more) if more else ""
    return clean(". ".join(said) + ending, 700)


def band_dates(band: Band, language: str) -> str:
    """`01/08/2024 - 31/12/2024`, `từ 31/07/2009`, `năm 2011 - 2015` by what is known."""
    if band.precision in ("year", "month"):
        return _coarse(band, language)
    if band.end is None:
        return say("briefing.bands.since", language, day=day(band.start))
    if band.start == band.end:
        return day(band.start)
    return f"{day(band.start)} - {day(band.end)}"


def _coarse(band: Band, language: str) -> str:
    def shown(one: date) -> str:
        return str(one.year) if band.precision == "year" else f"{one.month}/{one.year}"

    if band.end is None:
        return say("briefing.bands.since", language, day=shown(band.start))
    start, end = shown(band.start), shown(band.end)
    one = say(f"briefing.bands.one_{band.precision}", language, when=start)
    return one if start == end else f"{start} - {end}"


def campaign_dates(band: Band, language: str) -> str:
    """The same inside a sentence: `từ ngày 01/08/2024 đến ngày 31/12/2024`."""
    if band.precision not in ("year", "month") and band.end and band.start != band.end:
        return say("briefing.bands.from_to", language, start=day(band.start), end=day(band.end))
    if band.precision == "year" and band.end and band.start.year != band.end.year:
        return say("briefing.bands.from_to_year", language, start=band.start.year, end=band.end.year)
    return band_dates(band, language)
