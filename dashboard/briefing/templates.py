"""Templates of briefings: which sections and blocks, in which order. They are YAML files in `templates/`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from data.period import MONTHS_IN_QUARTER, MONTHS_IN_YEAR, Period
from data.yaml_text import read_yaml

_FOLDER = Path(__file__).parent / "templates"


class UnknownTemplate(KeyError):
    """No template of that name."""

    def __init__(self, *, name: str, known: Iterable[str]) -> None:
        self.name, self.known = name, tuple(known)
        super().__init__(f"no template {name!r}; there are {', '.join(self.known)}")


@dataclass(frozen=True, slots=True)
class SectionPlan:
    id: str
    blocks: tuple[str, ...]
    theme: str = ""

    def block_ids(self) -> list[str]:
        """Lasting ids such as `retail.chart.headline`."""
        return [f"{self.id}.{block}" for block in self.blocks]


@dataclass(frozen=True, slots=True)
class Template:
    """`title` and `name` are wording keys; `months` is how far back the charts go."""

    key: str
    period: str
    title: str
    name: str
    months: int
    sections: tuple[SectionPlan, ...]
    needs_campaign: bool = False

    def arranged(self, wanted: Iterable[str]) -> Template:
        """Only the blocks of `wanted`, in that order within their sections; ids that it does not have are ignored.

        >>> template("monthly").arranged(["retail.chart.headline", "nonsense"]).sections[0].block_ids()
        ['retail.chart.headline']
        """
        order = {identity: at for at, identity in enumerate(wanted)}
        if not order:
            return self
        kept = []
        for section in self.sections:
            blocks = [b for b in section.blocks if f"{section.id}.{b}" in order]
            blocks.sort(key=lambda b, s=section.id: order[f"{s}.{b}"])  # type: ignore[misc]
            if blocks:
                kept.append(replace(section, blocks=tuple(blocks)))
        kept.sort(key=lambda section: min(order[identity] for identity in section.block_ids()))
        return replace(self, sections=tuple(kept))

    def covering(self, period: Period) -> Period:
        """The period of this template that a month, quarter or year belongs to; a wrong kind is widened.

        >>> str(template("quarterly").covering(Period.parse("2024-08")))
        '2024-Q3'
        """
        year, month = divmod(period.last, MONTHS_IN_YEAR)
        if self.period == "quarter":
            return Period.quarter(year, month // MONTHS_IN_QUARTER + 1)
        return Period.year(year) if self.period == "year" else Period.month(year, month + 1)


def names() -> list[str]:
    return ["monthly", "quarterly", "yearly", "campaign"]


@cache
def template(key: str) -> Template:
    """Raises UnknownTemplate; the name never becomes a path unless it is one of `names()`."""
    if key not in names():
        raise UnknownTemplate(name=key, known=names())
    told = read_yaml((_FOLDER / f"{key}.yaml").read_text(encoding="utf-8"))
    sections = tuple(
        SectionPlan(id=one["id"], blocks=tuple(one["blocks"]), theme=one.get("theme", "")) for one in told["sections"]
    )
    return Template(
        key=key,
        period=told["period"],
        title=told["title"],
        name=told["name"],
        months=told["months"],
        sections=sections,
        needs_campaign=told.get("needs_campaign", False),
    )
