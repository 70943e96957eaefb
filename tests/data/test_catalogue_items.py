"""What a row's label means, as workbooks of 25 years write it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from data.catalogue import PROVISIONAL, UnknownItem, catalogue
from data.catalogue_items import path_key
from data.catalogue_labels import label_key

EXPORTS, IIP, CPI, RETAIL = "goods_exports", "industrial_production_index", "consumer_price_index", "retail_sales"
OUTPUT, PRODUCTS, IMPORTS = "industrial_output_value", "industrial_products", "goods_imports"

SAME = [
    (EXPORTS, ("MẶT HÀNG CHỦ YẾU",), ["Thủy sản", "Thuỷ sản", "Hải sản", "Aquatic products"], "aquatic"),
    (EXPORTS, ("TỔNG TRỊ GIÁ",), ["Khu vực có vốn đầu tư NN", "Khu vực có vốn ĐTTTNN", "FDI sector"], "foreign"),
    (EXPORTS, ("MẶT HÀNG CHỦ YẾU",), ["Điện thoại và LK", "Điện thoại các loại và linh kiện"], "phones"),
    (EXPORTS, ("MAIN ITEMS",), ["Máy móc, thiết bị, DC, PT khác", "Máy móc thiết bị, dụng cụ PT khác"], "machinery"),
    (IIP, (), ["TOÀN NGÀNH CÔNG NGHIỆP", "TOÀN QUỐC", "Toàn ngành công nghiệp", "WHOLE INDUSTRY"], "total"),
    (IIP, ("Khai khoáng",), ["Khai thác dầu thô và khí đốt tự nhiên", "Khai thác dầu thô và khí tự nhiên"], "06"),
    (CPI, (), ["CHỈ SỐ GIÁ VÀNG", "Vàng", "GOLD PRICE INDEXES"], "gold"),
    (CPI, (), ["May mặc, giày dép và mũ nón", "May mặc, mũ nón và giày dép"], "clothing"),
    (CPI, (), ["Dược phẩm, y tế", "Thuốc và dịch vụ y tế"], "health"),
    (RETAIL, (), ["TỔNG SỐ", "Tổng số", "TOTAL", "A. TỔNG MỨC BLHH VÀ DTDVTD"], "total"),
    (PRODUCTS, (), ["Tivi", "Ti vi", "Tivi các loại", "Ti vi lắp ráp"], "televisions"),
    (IMPORTS, ("MẶT HÀNG CHỦ YẾU", "Ô tô"), ["Nguyên chiếc(*)", "Trong đó: Nguyên chiếc"], "cars_assembled"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "parents", "labels", "code"), SAME, ids=[f"{s[0]}-{s[3]}" for s in SAME])
def test_spellings_of_one_thing_keep_its_code(table, parents, labels, code):
    matches = [catalogue().resolve_item(table, parents, label) for label in labels]

    assert {(m.code, m.is_known) for m in matches} == {(code, True)}


APART = [
    (EXPORTS, ("TỔNG TRỊ GIÁ", "Khu vực có vốn đầu tư NN"), "Dầu thô", "foreign_crude_oil"),
    (EXPORTS, ("MẶT HÀNG CHỦ YẾU",), "Dầu thô", "crude_oil"),
    (EXPORTS, ("TỔNG TRỊ GIÁ", "MẶT HÀNG CHỦ YẾU"), "Dầu thô", "crude_oil"),
    (IIP, (), "Công nghiệp chế biến, chế tạo", "C"),
    (IIP, ("Công nghiệp chế biến, chế tạo",), "Công nghiệp chế biến, chế tạo khác", "32"),
    (IIP, (), "Sản xuất và phân phối điện", "D"),
    (IIP, ("Sản xuất và phân phối điện",), "Sản xuất và phân phối điện", "35"),
    (IIP, (), "Công nghiệp chế biến", "1993-D"),
    (IMPORTS, ("MẶT HÀNG CHỦ YẾU", "Xe máy"), "Nguyên chiếc", "motorcycles_assembled"),
    (OUTPUT, ("Phân theo cấp quản lý", "Công nghiệp địa phương"), "Ngoài Nhà nước", "local_managed_non_state"),
    (OUTPUT, ("Phân theo khu vực và thành phần kinh tế",), "Khu vực có vốn đầu tư nước ngoài", "foreign"),
    (OUTPUT, ("Phân theo cấp quản lý",), "Khu vực có vốn đầu tư nước ngoài", "foreign_by_management"),
    (CPI, ("Hàng ăn và dịch vụ ăn uống",), "Chỉ số chung", "food"),
    (CPI, (), "Chỉ số chung", "total"),
    (PRODUCTS, ("Than sạch",), "Liên doanh NN", "coal/foreign"),
    (PRODUCTS, ("Than", "Doanh nghiệp Nhà nước"), "Địa phương", "coal/state_local"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "parents", "label", "code"), APART, ids=[f"{a[0]}-{a[3]}" for a in APART])
def test_enclosing_labels_tell_equal_labels_apart(table, parents, label, code):
    assert catalogue().resolve_item(table, parents, label).code == code


@pytest.mark.parametrize("label", ["Thành phố Hà Nội(*)", "HÀ NỘI", "Hà Nội mới"])
def test_the_row_of_a_province_is_its_total(label):
    assert catalogue().resolve_item(OUTPUT, (), label, "Hà Nội").code == "total"


def test_a_sector_under_a_province_is_the_sector():
    match = catalogue().resolve_item(
        OUTPUT, ("Công nghiệp của một số địa phương", "Hà Nội"), "Đầu tư nước ngoài", "Hà Nội"
    )

    assert match.code == "foreign"


def test_an_unknown_label_keeps_a_code_of_its_own_and_is_not_guessed():
    match = catalogue().resolve_item(EXPORTS, ("MẶT HÀNG CHỦ YẾU",), "Rau quả chế biến sâu")

    assert not match.is_known
    assert match.code.startswith(PROVISIONAL)
    assert match.code == catalogue().resolve_item(EXPORTS, ("Mặt hàng chủ yếu",), "RAU QUẢ CHẾ BIẾN SÂU").code


def test_long_unknown_labels_get_short_codes_that_differ():
    codes = {catalogue().resolve_item(EXPORTS, ("Nhóm " * 80,), f"Hàng {n}").code for n in range(3)}

    assert len(codes) == 3
    assert max(map(len, codes)) <= 220


def test_guesses_name_the_likely_items_best_first():
    guesses = catalogue().guess_item(EXPORTS, "Hạt điều nhân")

    assert guesses[0].code == "cashew"
    assert all(first.similarity >= second.similarity for first, second in pairwise(guesses))
    assert catalogue().guess_item(EXPORTS, "Zzzz qqqq") == []


def test_what_an_analyst_answered_wins():
    learned = {(EXPORTS, path_key(("Mặt hàng chủ yếu",), "Tôm, cá")): "aquatic"}

    match = catalogue().resolve_item(EXPORTS, ("MẶT HÀNG CHỦ YẾU",), "Tôm, cá(*)", learned=learned)

    assert (match.code, match.is_known) == ("aquatic", True)


def test_a_breakdown_has_a_name_made_of_its_parts():
    assert catalogue().item(PRODUCTS, "coal/foreign").vi == "Than đá (than sạch): Khu vực có vốn đầu tư nước ngoài"
    assert catalogue().item_name(PRODUCTS, "coal/foreign", "en") == "Coal (pure): Foreign-invested sector"


def test_an_unknown_code_is_refused():
    with pytest.raises(UnknownItem, match="bananas"):
        catalogue().item(EXPORTS, "bananas")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hóa chất", "Hoá chất"),
        ("  - Trong đó: Gạo (*)", "Gạo"),
        ("1. Khai khoáng", "Khai khoáng"),
        ("SX sản phẩm hoá chất", "Sản xuất sản phẩm hóa chất"),
        ("Khu vực doanh nghiệp Nhà nuớc", "Khu vực doanh nghiệp Nhà nước"),
        ("D\u00e2\u0300u tho\u0302", "Dầu thô"),
    ],
)
def test_labels_are_compared_without_what_drifts(one, other):
    assert label_key(one) == label_key(other)


def test_the_four_themes_name_their_headline_and_rates():
    one = catalogue()

    assert {code: theme.headline for code, theme in one.themes.items()} == {
        "industry": "iip", "retail": "retail", "exports": "exports", "prices": "cpi",
    }  # fmt: skip
    for theme in one.themes.values():
        headline = one.indicators[theme.headline]
        assert set(theme.rates) <= {*headline.rates, *headline.within_release}
        assert headline.item == "total"


def test_growth_on_month_of_value_tables_is_computed_within_one_release():
    computed = {key for key, one in catalogue().indicators.items() if "previous_month" in one.within_release}
    published = {key for key, one in catalogue().indicators.items() if "previous_month" in one.rates}
    assert {"retail", "exports"} <= computed and {"iip", "cpi"} <= published
    assert not computed & published


@pytest.mark.parametrize(
    ("written", "code", "factor"),
    [("Tỷ đồng", "ty_dong", 1), ("triệu đồng", "trieu_dong", 0.001), ("1.000 tấn", "nghin_tan", 1), ("%", "percent", 1),
     ("Nghìn USD", "nghin_usd", 0.001), ("Triệu m3", "trieu_m3", 1), ("1000 kwh", "nghin_kwh", 1e-6),
     ("Ngnìn cái", "nghin_chiec", 1000), ("Triệu đôi", "trieu_doi", 1),
     ("Mill. USD", "trieu_usd", 1), ("‘000 tons", "nghin_tan", 1), ("MN m3", "trieu_m3", 1), ("Unit", "chiec", 1)],
)  # fmt: skip
def test_words_of_a_unit_lead_to_it_and_to_its_factor(written, code, factor):
    unit = catalogue().unit_named(written)

    assert unit is not None
    assert (unit.code, unit.factor) == (code, factor)


def test_figures_of_an_english_edition_are_of_the_series_of_the_vietnamese_one():
    kept = catalogue().unit_of_series
    assert [kept(unit) for unit in ("Mill. USD", "1000 tons", "Trill. dongs")] == [
        "Triệu USD",
        "Nghìn tấn",
        "Nghìn tỷ đồng",
    ]
    assert [kept(unit) for unit in ("Nghìn cái", "Triệu m3", "Nghìn thúng")] == ["Nghìn cái", "Triệu m3", "Nghìn thúng"]


def test_a_unit_that_is_not_in_the_catalogue_is_not_guessed():
    assert catalogue().unit_named("Nghìn thúng") is None
