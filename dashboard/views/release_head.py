"""The head of a release's page: the sentence that says what was understood or changed, and the ways on."""

from __future__ import annotations

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard import formats
from dashboard.analysts import is_analyst
from dashboard.context import store
from dashboard.views.parts import link_button, page_head
from data.findings import Severity
from data.people import person
from data.store import RecordedFinding, Release
from data.wording import say
from loaders.release import Preview


def release_head(
    release: Release, seen: Preview, findings: Sequence[RecordedFinding], missed: int, lang: str
) -> Component:
    eyebrow = say(
        "data_pages.release.eyebrow_full",
        lang,
        file=release.file,
        state=say(f"data_pages.state.{release.state}", lang),
        day=formats.day(release.released, lang),
        by=person(release.uploaded_by, lang),
    )
    return page_head(
        eyebrow, _finding(release, seen, findings, missed, lang),
        *_next_waiting(release, lang),
        link_button(say("data_pages.release.original", lang), f"/so-lieu/ban/{release.id}/goc"),
        link_button(say("findings.list.download", lang), f"/so-lieu/ban/{release.id}/nhan-xet"),
        link_button(say("data_pages.release.all", lang), "/so-lieu#lan-nap"),
    )  # fmt: skip


def _finding(release: Release, seen: Preview, findings: Sequence[RecordedFinding], missed: int, lang: str) -> str:
    """The one sentence: of a waiting release what was understood and what is left to do, else what it changed."""
    if release.state == "staged":
        read = formats.number(release.figures, 0, lang)
        understood = say("data_pages.release.understood", lang, figures=read)
        if missed:
            whole = formats.number(release.figures + missed, 0, lang)
            understood = say("data_pages.release.understood_of", lang, figures=read, all=whole)
        left = kinds_left(findings)
        ending = say("data_pages.release.kinds_left" if left else "data_pages.release.nothing_left", lang, count=left)
        return f"{understood}; {ending}"
    if seen.nothing_changed:
        return say("data_pages.release.nothing_changed", lang)
    counts = {name: formats.number(seen.counts[name], 0, lang) for name in ("new", "revised")}
    return say("data_pages.release.finding", lang, **counts)


def kinds_left(findings: Sequence[RecordedFinding]) -> int:
    return len({one.finding.code for one in findings if one.finding.severity == Severity.WARNING})


def _next_waiting(release: Release, lang: str) -> list[Component]:
    """The oldest of the other releases that wait, so that a folder of workbooks is decided on one after the other."""
    others = [one for one in reversed(store().releases("staged")) if one.id != release.id]
    if not others or not is_analyst():
        return []
    words = say("data_pages.release.next", lang, count=len(others))
    return [link_button(words, f"/so-lieu/ban/{others[0].id}", is_main=release.state != "staged")]
