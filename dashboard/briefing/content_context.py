"""What a briefing is about, and the figures of each theme, asked once for all its blocks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dashboard import charts, formats
from dashboard.briefing.templates import Template
from dashboard.campaign_bands import bands_of
from dashboard.campaign_results import CampaignResults
from dashboard.figures.spec import Band
from dashboard.headlines import Headline, headline
from dashboard.theme_figures import ThemeFigures, theme_figures
from data.period import MONTHS_IN_YEAR, Period
from data.store import Store

_YEARS_BACK = 6


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
