"""What an address and the settings say that a page is about."""

from __future__ import annotations

import pytest

from dashboard.selection import selection_of
from data.settings import settings


def test_a_page_opens_with_the_default_area_under_the_name_that_figures_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INDUSTRY_TRADE_DEFAULT_AREA", "TP. HCM")
    settings.cache_clear()
    try:
        chosen = selection_of({})
        assert chosen.area == "Thành phố Hồ Chí Minh"
        assert chosen.address() == "/"
    finally:
        settings.cache_clear()
