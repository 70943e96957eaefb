"""The area of workbooks that name none: asked for, or the department's own; remembered with the release."""

from __future__ import annotations

from data.settings import settings
from data.store import Store
from data.wording import DEFAULT_LANGUAGE, say
from loaders.areas import area_of
from loaders.reading import AREA_GIVEN, AREA_KEPT


class UnknownArea(Exception):
    """Neither the whole country nor a province is called that. Helps: write the name as the catalogue does."""

    def __init__(self, *, area: str) -> None:
        super().__init__(area)
        self.area = area

    def message(self, language: str = DEFAULT_LANGUAGE) -> str:
        return say("releases.load.unknown_area", language, area=self.area)


def own_area(asked: str | None = None) -> str:
    """The catalogue's name of the area asked for, else of the department's own; empty where neither is named.

    Raises UnknownArea.
    """
    written = settings().own_area if asked is None else asked
    area = area_of(written)
    if written.strip() and not area:
        raise UnknownArea(area=written)
    return area


def area_given(store: Store, release_id: int) -> str:
    """The area that whoever staged a release gave to it; empty where nobody did. Raises UnknownRelease."""
    given = (one.finding for one in store.findings(release_id) if one.finding.code in (AREA_GIVEN, AREA_KEPT))
    return next((str(finding.parameters["area"]) for finding in given), "")
