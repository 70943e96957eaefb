"""Sentences from results, in Vietnamese and English (DOMAIN E.4). They state and never explain.

`ước` stands only beside an estimate; the verb takes the sign, so that no sentence holds a minus.
"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.formats import amount, english_month, percent
from dashboard.headlines import Headline, streak
from dashboard.points import Point
from dashboard.sources import CUMULATIVE
from data.period import MONTHS_IN_YEAR
from data.wording import say

FLAT_BELOW_PCT = 0.05
MANY_MONTHS = 3
LEVELS_FOR_TOGETHER = (20, 15, 12, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1)


def moved(value: float, language: str, decimals: int = 1) -> str:
    """`tăng 8,8%`, `giảm 2,8%`, `không đổi`."""
    if abs(value) < FLAT_BELOW_PCT:
        return say("dashboard.move.flat", language)
    return say(f"dashboard.move.{'up' if value > 0 else 'down'}", language, by=percent(abs(value), decimals, language))


def title_of(headlines: Sequence[Headline], language: str) -> str:
    """The finding over the overview: what production, retail and exports did together, and prices."""
    known = {h.theme: h for h in headlines if h.main is not None}
    if not known:
        return say("dashboard.overview.nothing", language)
    flows = [known[theme] for theme in ("industry", "retail", "exports") if theme in known]
    has_months = any(one.main_comparison == CUMULATIVE for one in flows)
    prices = [_change_of(known["prices"], language, with_month=has_months)] if "prices" in known else []
    sentence = "; ".join(part for part in (_flows(flows, language), *prices) if part)
    return sentence[:1].upper() + sentence[1:]


def _flows(flows: Sequence[Headline], language: str) -> str:
    """One level for all where each rose by one percent or more over the same time; else each with its own change."""
    values = [one.main.value for one in flows if one.main]
    if len(values) > 1 and min(values) >= 1 and len({one.main_comparison for one in flows}) == 1:
        least = next(level for level in LEVELS_FOR_TOGETHER if min(values) >= level)
        names = [say(f"dashboard.theme.{one.theme}.in_sentence", language) for one in flows]
        is_estimate = any(one.main and one.main.status == "estimate" for one in flows)
        key = "together_estimated" if is_estimate else "together"
        words = say(f"dashboard.overview.{key}", language, who=_listed(names, language), least=least)
        if flows[0].main_comparison != CUMULATIVE:
            return words
        return say("dashboard.overview.over_months", language, months=flows[0].last % MONTHS_IN_YEAR + 1, what=words)
    falling = sorted(flows, key=lambda one: bool(one.main and one.main.value < FLAT_BELOW_PCT))
    return ", ".join(_change_of(one, language, with_month=False) for one in falling)


def _change_of(shown: Headline, language: str, *, with_month: bool) -> str:
    """`bán lẻ ước tăng 8,8%`, and of which months where the sentence speaks of several times."""
    if shown.main is None:
        return ""
    of = "_over_months" if shown.main.months > 1 else "_in_month" if with_month else ""
    return say(
        f"dashboard.overview.moved{of}{'_estimated' if shown.main.status == 'estimate' else ''}",
        language,
        what=say(f"dashboard.theme.{shown.theme}.in_sentence", language),
        months=shown.last % MONTHS_IN_YEAR + 1,
        month_name=english_month(shown.last),
        moved=moved(shown.main.value, language),
    )


def _listed(names: list[str], language: str) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {say('dashboard.and', language)} {names[-1]}"


def new_year_words(headline: Headline, language: str) -> str:
    """Why a January or February is not read alone."""
    return say(f"dashboard.new_year{'_january' if headline.last % MONTHS_IN_YEAR == 0 else ''}", language)


def first_line(headline: Headline, language: str) -> str:
    """The one fact under the figure: why it is not read alone, else what `telling_fact` says."""
    if headline.has_new_year and headline.theme != "prices":
        return new_year_words(headline, language)
    return telling_fact(headline, language)


def fitting_level(headline: Headline) -> Point | None:
    """The level of the months that the large figure is about; of the single month where no sum was published."""
    line = headline.figures.total
    summed = line.cumulative_levels.get(headline.last) if line and headline.main_comparison == CUMULATIVE else None
    return summed or headline.level


def telling_fact(headline: Headline, language: str) -> str:
    """A level, a run of months, or core inflation."""
    level = fitting_level(headline)
    if level is not None:
        words = amount(level.value, headline.figures.unit, language)
        if headline.main_comparison != CUMULATIVE:
            return words
        key = "level_over_months" if level.months > 1 else "level_in_month"
        name = english_month(level.last)
        return say(f"dashboard.overview.{key}", language, level=words, months=level.last % MONTHS_IN_YEAR + 1,
                   month_name=name)  # fmt: skip
    if headline.theme == "prices":
        core = headline.figures.core.rate(CUMULATIVE, headline.last) if headline.figures.core else None
        return say("dashboard.core", language, moved=moved(core.value, language)) if core else ""
    line = headline.figures.total
    months = streak(line.growth(), headline.last) if line else 0
    if months < MANY_MONTHS or headline.on_same_month is None:
        return ""
    return say(f"dashboard.streak.{'up' if headline.on_same_month.value > 0 else 'down'}", language, months=months)


def parts_line(headline: Headline, names: dict[str, str], language: str) -> str:
    """The part that rose most and the one that fell most, or rose least."""
    comparison = headline.main_comparison
    parts = headline.figures.additive_parts() or headline.figures.parts
    known = [(line, p.value) for line in parts if (p := line.rate(comparison, headline.last))]
    if not known:
        return ""
    known.sort(key=lambda pair: -pair[1])
    chosen = [known[0]] if len(known) == 1 else [known[0], known[-1]]
    pieces = [f"{_short(names.get(line.item.code) or line.label)} {moved(value, language)}" for line, value in chosen]
    sentence = "; ".join(pieces)
    return f"{sentence[:1].upper()}{sentence[1:]}."


def _short(name: str) -> str:
    """A part's name inside a sentence: no bracket, and small unless it is written in capitals throughout."""
    name = name.split(" (", maxsplit=1)[0].split(";", maxsplit=1)[0]
    return name[:1].lower() + name[1:]


def cumulative_label(last: int, theme: str, language: str) -> str:
    """`11 tháng`, or `Bình quân` for prices."""
    if theme == "prices":
        return say("dashboard.rate.average", language)
    return say("dashboard.rate.months", language, months=last % MONTHS_IN_YEAR + 1)


def comparison_label(comparison: str, language: str) -> str:
    """`so với cùng kỳ` or, where the cumulative figure leads, `cộng dồn so với cùng kỳ`."""
    return say("dashboard.rate.long_cumulative" if comparison == CUMULATIVE else "dashboard.rate.long_same", language)
