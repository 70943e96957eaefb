"""Areas of settings and command lines are known by any of their names."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from data.areas import default_area, known_area
from data.settings import settings
from data.store.errors import UnknownArea


@pytest.fixture(autouse=True)
def fresh_settings() -> Iterator[None]:
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.mark.parametrize(
    ("written", "name"),
    [("TP. HCM", "Thành phố Hồ Chí Minh"), ("tây ninh", "Tây Ninh"), ("toàn quốc", "Cả nước")],
)
def test_an_area_is_known_by_any_of_its_names(written: str, name: str) -> None:
    assert known_area(written) == name


def test_an_area_that_nobody_knows_is_refused_by_its_name() -> None:
    with pytest.raises(UnknownArea, match="“Tây Nin”"):
        known_area("Tây Nin")


@pytest.mark.parametrize(("written", "name"), [("TP. HCM", "Thành phố Hồ Chí Minh"), ("  ", "Cả nước")])
def test_pages_open_with_the_area_of_the_setting_however_it_is_written(
    monkeypatch: pytest.MonkeyPatch, written: str, name: str
) -> None:
    monkeypatch.setenv("INDUSTRY_TRADE_DEFAULT_AREA", written)
    assert default_area() == name
