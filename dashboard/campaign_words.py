"""The wording of a campaign statement: screen, alternative text, briefing and API say these sentences and no others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.briefing_words.phrases import quoted
from dashboard.campaign_cautions import caution_words, month
from dashboard.charts import area_title
from dashboard.formats import number, signed
from data.wording import say
from indicators.campaign_types import Against, CampaignResult, Mode, Window

NATION = "nation"


@dataclass(frozen=True, slots=True)
class CampaignWords:
    """`verdict` in a few words, `sentence` its statement; `main` carries the verdict, `more` the rest;
    `years` is for a campaign without an outside; `guards` one sentence each.
    """

    verdict: str
    sentence: str
    main: tuple[str, ...]
    more: tuple[str, ...]
    years: tuple[str, ...]
    guards: tuple[str, ...]

    @property
    def details(self) -> tuple[str, ...]:
        """All sentences between the statement and the cautions."""
        return (*self.main, *self.more, *self.years)

    @property
    def text(self) -> str:
        """All of it as one paragraph, for alternative text."""
        return " ".join((self.sentence, *self.details, *self.guards))


def word(result: CampaignResult, *, indicator: str, language: str = "vi") -> CampaignWords:
    """Word a result; `indicator` is the indicator's name in that language."""
    return CampaignWords(
        verdict=verdict_words(result, language),
        sentence=_sentence(result, indicator, language),
        main=tuple(_main(result, indicator, language)),
        more=tuple(_more(result, language)),
        years=tuple(_years(result, indicator, language)),
        guards=caution_words(result.guards, language),
    )


def verdict_words(result: CampaignResult, language: str = "vi") -> str:
    """`Cao hơn thường lệ` and its four siblings."""
    return say(f"campaigns.verdict.{result.verdict.value}", language)


def _sentence(result: CampaignResult, indicator: str, language: str) -> str:
    during, before = result.during, result.before
    name = quoted([result.campaign.name], language)
    if result.mode is not Mode.WINDOWS or during is None or before is None:
        return say(f"campaigns.sentence.{result.mode.value}", language, name=name)
    if during.mean is None or before.mean is None:
        return say("campaigns.sentence.no_figures", language, name=name, indicator=indicator)
    return say(
        "campaigns.sentence.windows",
        language,
        name=name,
        indicator=indicator,
        months=before.months,
        during=movement(during.mean, language, kind="average_movement" if during.months > 1 else "movement"),
        before=movement(before.mean, language),
    )


def _main(result: CampaignResult, indicator: str, language: str) -> list[str]:
    """How unusual the change is, the lead over the nation, and the target."""
    found: list[str] = []
    if result.change is not None:
        change = result.change
        found.append(
            say(
                f"campaigns.detail.{result.verdict.value}",
                language,
                change=signed(change.change, 1, language, ""),
                low=number(change.low, 1, language),
                high=number(change.high, 1, language),
                confidence=number(100 * change.confidence, 0, language),
            )
        )
    if result.rank is not None:
        rank = result.rank
        found.append(
            say(
                "campaigns.detail.rank",
                language,
                position=rank.position,
                windows=rank.windows,
                others=rank.windows - 1,
                as_large=rank.at_least_as_large,
            )
        )
    found += _comparisons(result, language, [one for one in result.against if one.name == NATION])
    found += [words[:1].upper() + words[1:] for words in _target(result, indicator, language)]
    if result.change is not None:
        shown = signed(result.change.change, 1, language, "")
        found.append(say("campaigns.detail.descriptive", language, change=shown))
    return found


def _more(result: CampaignResult, language: str) -> list[str]:
    """The months compared, what came after, earlier years, and other provinces."""
    found: list[str] = []
    if result.during is not None:
        start, end = month(result.during.start, language), month(result.during.end, language)
        found.append(say("campaigns.detail.months", language, start=start, end=end))
    found += _after_and_earlier(result, language)
    found += _comparisons(result, language, [one for one in result.against if one.name != NATION])
    return found


def _after_and_earlier(result: CampaignResult, language: str) -> list[str]:
    found = []
    if result.after is not None and result.after.mean is not None:
        found.append(
            say(
                "campaigns.detail.after",
                language,
                months=result.after.months,
                after=movement(result.after.mean, language),
            )
        )
    for back, mean in result.earlier_years:
        if mean is not None:
            found.append(say("campaigns.detail.earlier_year", language, back=back, growth=movement(mean, language)))
    if result.ytd_at_start is not None and result.ytd_at_end is not None:
        found.append(
            say(
                "campaigns.detail.year_to_date",
                language,
                start=movement(result.ytd_at_start, language),
                end=movement(result.ytd_at_end, language),
            )
        )
    return found


def _comparisons(result: CampaignResult, language: str, many: Sequence[Against]) -> list[str]:
    found = []
    for against in many:
        if against.during is None:
            continue
        side = "above" if against.during >= 0 else "below"
        name = say("campaigns.nation", language) if against.name == NATION else area_title(against.name, language)
        found.append(
            say(
                f"campaigns.detail.against_{side}",
                language,
                area=area_title(result.area, language),
                name=name,
                points=number(abs(against.during), 1, language),
            )
        )
    return found


def _target(result: CampaignResult, indicator: str, language: str) -> list[str]:
    found = []
    target = result.target
    if target is not None and target.actual is not None:
        if target.share is not None:
            found.append(
                say(
                    "campaigns.detail.target_level",
                    language,
                    indicator=indicator,
                    actual=number(target.actual, 1, language),
                    share=number(target.share, 1, language),
                )
            )
        elif target.is_growth:
            found.append(
                say(
                    "campaigns.detail.target_growth",
                    language,
                    indicator=indicator,
                    actual=movement(target.actual, language),
                    target=number(target.target, 1, language),
                )
            )
    if result.share_of_time is not None and result.share_of_time < 100:
        found.append(say("campaigns.detail.time", language, share=number(result.share_of_time, 0, language)))
    return found


def _years(result: CampaignResult, indicator: str, language: str) -> list[str]:
    found = []
    for line in result.years:
        if line.growth is None:
            continue
        sentence = "year" if line.last_year is None else "year_and_last"
        last = "" if line.last_year is None else movement(line.last_year, language)
        nation = (
            ""
            if line.nation is None
            else say("campaigns.detail.year_nation", language, nation=movement(line.nation, language))
        )
        found.append(
            say(
                f"campaigns.detail.{sentence}",
                language,
                year=line.year,
                months=line.months,
                indicator=indicator,
                growth=movement(line.growth, language),
                last=last,
                nation=nation,
            )
        )
    return found


def movement(growth: float, language: str = "vi", *, kind: str = "movement") -> str:
    """`tăng 9,2%`, `giảm 2,8%`; what rounds to 0,0 is `tương đương`; `kind` `average_movement` says on average."""
    shown = round(growth, 1)
    key = "rise" if shown > 0 else "fall" if shown < 0 else "same"
    return say(f"campaigns.{kind}.{key}", language, growth=number(abs(growth), 1, language))


def window_words(window: Window | None, language: str = "vi") -> str:
    """The growth of a window for a table cell, an ellipsis where it is not known."""
    return "…" if window is None or window.mean is None else number(window.mean, 1, language)
