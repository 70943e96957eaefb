"""The area of workbooks that name none: asked for, or the department's own; remembered with the release."""

from __future__ import annotations

from data.settings import settings
from data.store import Store
from data.store.errors import UnknownArea
from loaders.areas import area_of
from loaders.reading import AREA_GIVEN, AREA_KEPT


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
