"""Areas as people write them in settings and on command lines, by the name that the catalogue gives them."""

from __future__ import annotations

from data.catalogue import catalogue
from data.observation import WHOLE_COUNTRY
from data.settings import settings
from data.store.errors import UnknownArea


def known_area(written: str) -> str:
    """The area's own name, under which its figures are kept. Raises UnknownArea.

    >>> known_area("TP.HCM"), known_area("tây ninh")
    ('Thành phố Hồ Chí Minh', 'Tây Ninh')
    """
    area = catalogue().area_of(written)
    if area is None:
        raise UnknownArea(area=written)
    return area.name


def default_area() -> str:
    """The area that pages open with; the whole country where the setting is empty. Raises UnknownArea."""
    return known_area(settings().default_area.strip() or WHOLE_COUNTRY)
