"""What a visitor may choose: ids, a period, an area, an order of blocks. Nothing else reaches a renderer."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from dashboard.briefing.content import build
from dashboard.briefing.model import Briefing
from dashboard.briefing.templates import Template, names, template
from dashboard.moment import moment_of
from data.observation import WHOLE_COUNTRY
from data.period import MONTHS_IN_QUARTER, MONTHS_IN_YEAR, Period
from data.store import Store
from data.wording import LANGUAGES

MOST_BLOCKS = 60
LONGEST_AREA = 60
KEPT_BRIEFINGS = 6
_STEP = {"month": 1, "quarter": MONTHS_IN_QUARTER, "year": MONTHS_IN_YEAR}
_MAIN_TABLES = ("retail_sales", "industrial_production_index", "consumer_price_index", "goods_exports")


class BadRequest(ValueError):
    """A choice that is none of those offered."""


@dataclass(frozen=True, slots=True)
class BriefingRequest:
    """A briefing as its address says it. `blocks` empty means the whole template; `saved` names a kept one."""

    template: str = "monthly"
    period: Period | None = None
    area: str = WHOLE_COUNTRY
    blocks: tuple[str, ...] = ()
    campaign: str = ""
    language: str = "vi"
    saved: str = ""
    moment: str = ""
    """The day of the figures as an address writes it; empty for the newest."""

    def known(self, store: Store) -> Store:
        """The store as it was on the day of recording that is asked for, else as it is."""
        return moment_of(self.moment).known(store)

    @property
    def as_of(self) -> date | None:
        """The day of publication that is asked for."""
        return moment_of(self.moment).as_of

    @property
    def plan(self) -> Template:
        return template(self.template)

    def query(self, **changes: object) -> str:
        """The part of an address after `?`."""
        one = replace(self, **changes)  # type: ignore[arg-type]
        pairs = {
            "mau": one.template,
            "ky": str(one.period) if one.period else "",
            "vung": one.area if one.area != WHOLE_COUNTRY else "",
            "khoi": ",".join(one.blocks),
            "phong-trao": one.campaign,
            "ngay": one.moment,
            "luu": one.saved,
            "lang": one.language if one.language != LANGUAGES[0] else "",
        }
        return urlencode({name: value for name, value in pairs.items() if value})


def request_of(query: Mapping[str, str], language: str = "vi") -> BriefingRequest:
    """From an address. Raises BadRequest for a template, period, area or campaign of another form."""
    key = query.get("mau") or "monthly"
    if key not in names():
        raise BadRequest(f"template {key[:40]!r}")
    area = query.get("vung") or WHOLE_COUNTRY
    campaign = query.get("phong-trao") or ""
    if len(area) > LONGEST_AREA or not area.replace(" ", "").replace("-", "").replace(".", "").isalnum():
        raise BadRequest("area")
    if campaign and (len(campaign) > LONGEST_AREA or not campaign.replace("-", "").replace("_", "").isalnum()):
        raise BadRequest("campaign")
    period = None
    if query.get("ky"):
        try:
            period = template(key).covering(Period.parse(query["ky"]))
        except ValueError as cause:
            raise BadRequest("period") from cause
    known = {identity for section in template(key).sections for identity in section.block_ids()}
    wanted = [block for block in (query.get("khoi") or "").split(",")[:MOST_BLOCKS] if block in known]
    saved, moment = query.get("luu", ""), moment_of(query.get("ngay", "")).text
    return BriefingRequest(
        key, period, area, tuple(dict.fromkeys(wanted)), campaign, language, saved if saved.isalnum() else "", moment
    )


def latest(store: Store, asked: BriefingRequest) -> Period | None:
    """The newest whole period of the template for which the area has figures."""
    known = asked.known(store)
    months = [found for table in _MAIN_TABLES if (found := known.latest_period(table, asked.area, asked.as_of))]
    if not months:
        return None
    covering = asked.plan.covering(max(months))
    return covering if covering.last <= max(months).last else covering.shift(-_STEP[asked.plan.period])


def with_period(store: Store, asked: BriefingRequest) -> BriefingRequest:
    """The request with the newest period where none was asked for."""
    return asked if asked.period else replace(asked, period=latest(store, asked))


def next_period(asked: BriefingRequest) -> Period | None:
    """The period after that of the request, of the same length."""
    return asked.period.shift(_STEP[asked.plan.period]) if asked.period else None


_kept: OrderedDict[tuple[object, ...], Briefing] = OrderedDict()
_lock = threading.Lock()


def built(store: Store, asked: BriefingRequest) -> Briefing:
    """The briefing of a request; the last few are kept until a figure changes.

    Raises BadRequest without a period, NothingToTell where there are no figures.
    """
    if asked.period is None:
        raise BadRequest("period")
    key = (id(store), store.version(), replace(asked, saved=""))
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    made = build(
        asked.known(store),
        asked.template,
        asked.period,
        asked.area,
        language=asked.language,
        as_of=asked.as_of,
        campaign=asked.campaign,
        blocks=asked.blocks,
    )
    with _lock:
        _kept[key] = made
        while len(_kept) > KEPT_BRIEFINGS:
            _kept.popitem(last=False)
    return made
