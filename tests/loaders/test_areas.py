"""Names of provinces as labels write them."""

from __future__ import annotations

import pytest

from loaders.areas import area_named_in, area_of


@pytest.mark.parametrize(
    ("label", "area"),
    [
        ("TP. Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("Thành phố Hà Nội mới", "Hà Nội"),
        ("Cần Thơ (Đã tách tỉnh)", "Cần Thơ"),
        ("Bà Rịa-Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("Toàn quốc", "Cả nước"),
        ("Ngoài Nhà nước", ""),
        ("Hà Nội và Hà Tây", ""),
    ],
)
def test_a_label_is_an_area_only_if_it_is_nothing_else(label: str, area: str) -> None:
    assert area_of(label) == area


def test_a_title_names_its_province_somewhere() -> None:
    assert area_named_in("Chỉ số sản xuất công nghiệp trên địa bàn tỉnh Tây Ninh") == "Tây Ninh"
    assert not area_named_in("Chỉ số sản xuất công nghiệp")
