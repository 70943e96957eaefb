"""What a briefing says: a template, a period and an area become paragraphs, charts and tables, asked from the store.

Everything a client can choose is an id, a period, an area and an order of blocks; sentences and charts are made here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from dashboard.briefing import content_charts, content_comparisons, content_tables
from dashboard.briefing.content_campaigns import campaign_blocks
from dashboard.briefing.content_context import Context
from dashboard.briefing.content_figures import headline_origins, key_figures
from dashboard.briefing.content_texts import TEXTS
from dashboard.briefing.model import Block, Briefing, ChartBlock, Paragraph, Section
from dashboard.briefing.templates import SectionPlan, template
from dashboard.briefing_words import phrases
from dashboard.headlines import Headline
from dashboard.origins import newest_origins, origin_words
from dashboard.producers import named_source
from data.observation import WHOLE_COUNTRY
from data.period import Period
from data.settings import settings
from data.store import Store
from data.wording import say

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")


class NothingToTell(LookupError):
    """The store has no figure of any theme for that period and area."""

    def __init__(self, *, period: Period, area: str) -> None:
        self.period, self.area = period, area
        super().__init__(f"no figures for {period} and {area}")


class UnknownCampaign(LookupError):
    """The template is about one campaign, and none has that code. Helps: name one of the register."""

    def __init__(self, *, code: str) -> None:
        self.code = code
        super().__init__(f"no campaign {code!r}")


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

    Raises UnknownTemplate, UnknownCampaign where the template is about one, and NothingToTell where no theme has a
    figure of the period's last month.
    """
    plan = template(template_key).arranged(blocks)
    known = next((one for one in store.campaigns() if one.code == campaign), None)
    if plan.needs_campaign and known is None:
        raise UnknownCampaign(code=campaign)
    context = Context(store, plan, plan.covering(period), area, language, as_of, campaign)
    sections = [made for one in plan.sections if (made := _section(context, one))]
    if not any(one.theme and _has_figures(context.headline(one.theme)) for one in plan.sections) or not sections:
        raise NothingToTell(period=context.period, area=area)
    numbered = tuple(
        replace(section, heading=f"{_ROMAN[at]}. {section.heading}") for at, section in enumerate(sections)
    )
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
    if block in TEXTS:
        text = TEXTS[block](context, plan.theme)
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
