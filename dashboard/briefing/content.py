"""What a briefing says: a template, a period and an area become paragraphs, charts and tables, asked from the store.

Everything a client can choose is an id, a period, an area and an order of blocks; sentences and charts are made here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from dashboard import charts, formats
from dashboard.briefing import content_charts, content_comparisons, content_tables
from dashboard.briefing.content_campaigns import campaign_blocks
from dashboard.briefing.content_plan import plan_text
from dashboard.briefing.model import Block, Briefing, ChartBlock, KeyFigure, Paragraph, Section
from dashboard.briefing.templates import SectionPlan, Template, template
from dashboard.briefing_words import changes, phrases, rankings, themes
from dashboard.campaign_bands import bands_of
from dashboard.campaign_results import CampaignResults
from dashboard.figures.spec import Band
from dashboard.headlines import Headline, headline
from dashboard.origins import Origin, Shown, newest_origins, origin_words, origins_of
from dashboard.points import point_of
from dashboard.producers import named_source
from dashboard.sources import CUMULATIVE
from dashboard.theme_figures import ThemeFigures, theme_figures
from data.observation import WHOLE_COUNTRY
from data.period import MONTHS_IN_QUARTER, MONTHS_IN_YEAR, Period
from data.settings import settings
from data.store import Store
from data.wording import say

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
_YEARS_BACK = 6


class NothingToTell(LookupError):
    """The store has no figure of any theme for that period and area."""

    def __init__(self, *, period: Period, area: str) -> None:
        self.period, self.area = period, area
        super().__init__(f"no figures for {period} and {area}")


@dataclass
class Context:
    """All that the makers of blocks need, asked once for each theme."""

    store: Store
    template: Template
    period: Period
    area: str
    language: str
    as_of: date | None = None
    campaign: str = ""
    is_first_text: bool = True
    """Whether the section has no paragraph yet: its first one names the indicator in full."""
    campaign_results: CampaignResults | None = None
    said_of_campaign: set[str] = field(default_factory=set)
    """Sentences about the campaign that stand in an earlier section."""
    _figures: dict[str, ThemeFigures] = field(default_factory=dict)
    _headlines: dict[str, Headline] = field(default_factory=dict)

    @property
    def last(self) -> int:
        return self.period.last

    @property
    def when(self) -> str:
        return formats.period_long(self.period, self.language)

    @property
    def area_name(self) -> str:
        return charts.area_name(self.area, self.language)

    @property
    def day(self) -> date | None:
        """The day of the figures, of publication or of recording; None for the newest."""
        return self.as_of or self.store.recorded_on

    def figures(self, theme: str) -> ThemeFigures:
        if theme not in self._figures:
            since = self.period.shift(-_YEARS_BACK * MONTHS_IN_YEAR)
            first = Period(since.last - since.last % MONTHS_IN_YEAR, since.last - since.last % MONTHS_IN_YEAR)
            self._figures[theme] = theme_figures(self.store, theme, self.area, since=first, as_of=self.as_of)
        return self._figures[theme]

    def headline(self, theme: str) -> Headline:
        if theme not in self._headlines:
            self._headlines[theme] = headline(self.store, self.figures(theme), self.last, as_of=self.as_of)
        return self._headlines[theme]

    def bands(self, theme: str) -> tuple[Band, ...]:
        return bands_of(self.store, self.area, self.language, theme=theme, selected=self.campaign)


def build(
    store: Store,
    template_key: str,
    period: Period,
    area: str = WHOLE_COUNTRY,
    *,
    language: str = "vi",
    as_of: date | None = None,
    campaign: str = "",
    blocks: Iterable[str] = (),
    with_appendix: bool = True,
) -> Briefing:
    """The briefing as plain data. `blocks` are ids in the wanted order; empty means all of the template.

    Raises UnknownTemplate, and NothingToTell where no theme has a figure of the period's last month.
    """
    plan = template(template_key).arranged(blocks)
    context = Context(store, plan, plan.covering(period), area, language, as_of, campaign)
    sections = [made for one in plan.sections if (made := _section(context, one))]
    if not any(one.theme and _has_figures(context.headline(one.theme)) for one in plan.sections) or not sections:
        raise NothingToTell(period=context.period, area=area)
    numbered = tuple(
        replace(section, heading=f"{_ROMAN[at]}. {section.heading}") for at, section in enumerate(sections)
    )
    known = next((one for one in store.campaigns() if one.code == campaign), None)
    name = phrases.inside_quotes(known.name_in(language)) if known else ""
    title = say(plan.title, language, when=context.when, campaign=name)
    return Briefing(
        template=template_key,
        period=context.period,
        area=area,
        title=title,
        subtitle=say("briefing.document_subtitle", language, when=context.when, area=context.area_name),
        department=settings().department,
        superior=settings().superior,
        place="" if area == WHOLE_COUNTRY else area,
        sections=numbered,
        source=_sources(context),
        released=_released(context),
        language=language,
        appendix=tuple(content_tables.month_tables(context)) if with_appendix else (),
    )


def _sources(context: Context) -> str:
    """Who says the figures of the briefing; a briefing on campaigns alone rests on the national office's series."""
    named = dict.fromkeys(content_charts.source_name(context, theme) for theme in context._headlines)
    return "; ".join(named) or named_source(context.area, "", _released(context), context.language)


def _released(context: Context) -> date | None:
    days = [
        point.released
        for theme in context._headlines
        for point in (context.headline(theme).on_same_month, context.headline(theme).cumulative)
        if point is not None
    ]
    return max(days, default=None)


def _section(context: Context, plan: SectionPlan) -> Section | None:
    """None where the theme has nothing for the period, rather than an empty heading."""
    if plan.theme and not _has_figures(context.headline(plan.theme)):
        return None
    made: list[Block] = []
    context.is_first_text = True
    for block, identity in zip(plan.blocks, plan.block_ids(), strict=True):
        made += _blocks(context, plan, block, identity)
        context.is_first_text = not any(isinstance(one, Paragraph) for one in made)
    if not made:
        return None
    return Section(plan.id, say(f"briefing.headings.{plan.id}", context.language), tuple(made))


def _has_figures(one: Headline) -> bool:
    return one.on_same_month is not None or one.cumulative is not None


def _blocks(context: Context, plan: SectionPlan, block: str, identity: str) -> list[Block]:
    if not plan.theme:
        return list(campaign_blocks(context, block, identity))
    if block in _TEXTS:
        text = _TEXTS[block](context, plan.theme)
        return [Paragraph(identity, text, text)] if text else []
    if block == "table.parts":
        table = content_tables.parts_table(context, plan.theme, identity)
        return [table] if table else []
    return _chart(context, plan.theme, block, identity)


def _chart(context: Context, theme: str, block: str, identity: str) -> list[Block]:
    spec = content_comparisons.MAKERS[block](context, theme, identity)
    if spec is None:
        return []
    is_headline = block == "chart.headline"
    origins = headline_origins(context, theme) if is_headline else newest_origins(context.store, spec)
    return [
        ChartBlock(
            identity,
            spec,
            key_figures(context, theme) if is_headline else (),
            tuple(origin_words(one, context.language) for one in origins),
            origins,
        )
    ]


def key_figures(context: Context, theme: str) -> tuple[KeyFigure, ...]:
    """The numbers beside a headline chart."""
    one, tongue = context.headline(theme), context.language
    places = changes.decimals(theme)
    months = context.last % MONTHS_IN_YEAR + 1
    found = []
    if one.level:
        value, unit = formats.scaled_unit(one.level.value, one.figures.unit, tongue)
        found.append(
            KeyFigure(say("briefing.key_figure.level", tongue, unit=unit), formats.number(value, 1, tongue), "level")
        )
    last = "average" if theme == "prices" else "cumulative"
    for key, point in (
        ("previous_month", one.on_previous_month),
        ("same_month", one.on_same_month),
        (last, one.cumulative),
    ):
        if point:
            shown = formats.signed(point.value, places, tongue)
            name = f"{key}_year" if key == last and months == MONTHS_IN_YEAR else key
            found.append(KeyFigure(say(f"briefing.key_figure.{name}", tongue, months=months), shown, key))
    return tuple(found)


def headline_origins(context: Context, theme: str) -> tuple[Origin, ...]:
    """Where the level and the rates of a headline stand, and how those are computed that no table prints."""
    one, tongue = context.headline(theme), context.language
    subject, months = say(f"briefing.subject.{theme}.short", tongue), context.last % MONTHS_IN_YEAR + 1
    when, places = formats.month_short(context.last, tongue), changes.decimals(theme)
    unit = formats.unit_name(one.figures.unit, tongue)
    points = (
        ("level", one.level, unit, 1),
        ("previous_month", one.on_previous_month, "%", places),
        ("same_month", one.on_same_month, "%", places),
        ("cumulative", one.cumulative, "%", places),
    )
    inside = formats.within_sentence(unit)
    asked = [
        Shown(
            f"{subject}, {say(f'briefing.key_figure.{key}', tongue, months=months, unit=inside)}",
            when, point.value, decimals, unit_of, point.trace,
        )
        for key, point, unit_of, decimals in points
        if point
    ]  # fmt: skip
    return origins_of(context.store, asked)


def _month(context: Context, theme: str) -> str:
    return themes.month(context.headline(theme), context.language)


def _cumulative(context: Context, theme: str) -> str:
    return themes.cumulative(context.headline(theme), context.language, is_first=context.is_first_text)


def _quarter(context: Context, theme: str) -> str:
    """The growth published for the quarter itself."""
    line = context.figures(theme).total
    if line is None:
        return ""
    series = line.item.rates.get(CUMULATIVE, ())
    rows = context.store.rows(
        [one.id for one in series],
        start=Period(context.last, context.last),
        end=Period(context.last, context.last),
        months=MONTHS_IN_QUARTER,
        as_of=context.as_of,
    )
    measures = {one.id: one.measure for one in series}
    points = [
        replace(point, value=point.value - 100) if measures[point.series_id] == "index" else point
        for point in map(point_of, rows)
    ]
    newest = max(points, key=lambda point: point.released, default=None)
    return themes.quarter(context.headline(theme), newest, context.language)


def _parts(context: Context, theme: str) -> str:
    named = content_charts.named_parts(context, theme, is_cumulative=False)
    return rankings.parts(context.headline(theme), named, context.language, is_cumulative=False)


def _parts_cumulative(context: Context, theme: str) -> str:
    named = content_charts.named_parts(context, theme, is_cumulative=True)
    return rankings.parts(context.headline(theme), named, context.language, is_cumulative=True)


def _revision(context: Context, theme: str) -> str:
    line = context.figures(theme).total
    if line is None or not line.item.levels:
        return ""
    before = Period(context.last - 1, context.last - 1)
    found = context.store.revisions(series_id=line.item.levels[0].id, period=before, limit=1)
    return themes.revision(context.headline(theme), found, context.language)


_TEXTS: dict[str, Callable[[Context, str], str]] = {
    "text.month": _month,
    "text.cumulative": _cumulative,
    "text.quarter": _quarter,
    "text.parts": _parts,
    "text.parts_cumulative": _parts_cumulative,
    "text.revision": _revision,
    "text.plan": plan_text,
}
