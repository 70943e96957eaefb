"""Produces the files of a briefing: one function for the command line and for the builder in the browser."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dashboard.briefing.model import Briefing
from dashboard.briefing.safe_text import file_name
from data.settings import settings

CONTENT_TYPES = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}
FORMATS = tuple(CONTENT_TYPES)


log = logging.getLogger(__name__)


class UnknownFormat(KeyError):
    """No briefing is made in that format."""

    def __init__(self, *, name: str) -> None:
        self.name = name
        super().__init__(f"no format {name!r}; there are {', '.join(FORMATS)}")


@dataclass(frozen=True, slots=True)
class Produced:
    format: str
    name: str
    body: bytes

    @property
    def content_type(self) -> str:
        return CONTENT_TYPES[self.format]


def produce(briefing: Briefing, formats: Iterable[str]) -> Iterator[Produced]:
    """One file after another, so that progress can be shown. Raises UnknownFormat before anything is made."""
    wanted = list(dict.fromkeys(formats))
    for one in wanted:
        if one not in CONTENT_TYPES:
            raise UnknownFormat(name=one)
    stem = file_name(f"{briefing.template}-{briefing.period}-{briefing.area}")
    for one in wanted:
        yield Produced(one, f"{stem}.{one}", _maker(one)(briefing))


def _maker(name: str) -> Callable[[Briefing], bytes]:
    """Each library is imported when its format is first asked for; together they take a second."""
    if name == "pptx":
        from dashboard.briefing.pptx import deck

        return lambda briefing: deck(briefing, settings().office_template)
    if name == "docx":
        from dashboard.briefing.docx import report

        return report
    if name == "pdf":
        from dashboard.briefing.pdf import document

        return document
    from dashboard.briefing.xlsx import appendix

    return appendix


def warm_up() -> None:
    """Load what the first briefing would wait for: writers, letters and the template of decks."""
    for name in FORMATS:
        _maker(name)
    from dashboard.briefing import image, pptx_base, typefaces

    try:
        pptx_base.base(settings().office_template)
    except pptx_base.UnreadableTemplate as problem:
        log.warning("%s", problem)
    typefaces.width("a", 1.0)
    image.warm_up()
