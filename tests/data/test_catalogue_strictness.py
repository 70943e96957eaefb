"""Every mistake in a catalogue file is told by file, key, what was found and what was expected."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from data.catalogue import ROOT, catalogue, read_catalogue
from data.catalogue_errors import CatalogueError
from data.catalogue_reading import read_yaml as read_strictly
from data.wording import all_wording
from data.yaml_text import read_yaml


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    root = tmp_path / "catalogue"
    shutil.copytree(ROOT, root, ignore=shutil.ignore_patterns("wording"))
    return root


def edit(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{file} no longer says {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


MISTAKES = [  # problem, file, text, text instead, key
    ("unknown_key", "items/retail_sales.yaml",
     "{code: goods, vi:", "{code: goods, colour: red, vi:", "items.goods.colour"),
    ("missing", "items/retail_sales.yaml", "en: Retail sales of goods, ", "", "items.goods.en"),
    ("empty", "items/retail_sales.yaml", "en: Retail sales of goods,", 'en: "",', "items.goods.en"),
    ("wrong_type", "items/retail_sales.yaml", "vi: Bán lẻ hàng hóa,", "vi: [Bán lẻ hàng hóa],", "items.goods.vi"),
    ("code_twice", "items/retail_sales.yaml", "code: travel,", "code: goods,", "items.goods"),
    ("alias_twice", "items/retail_sales.yaml", "aliases: [Retail sale,", "aliases: [Du lịch lữ hành,", "items.goods"),
    ("unknown_parent", "items/retail_sales.yaml",
     "parent: trade, under: [trade]", "parent: shop, under: [trade]", "items.trade_food"),
    ("circle", "items/retail_sales.yaml",
     "parent: total, aliases: [Retail sale", "parent: goods, aliases: [Retail sale", "items.goods"),
    ("unknown_key", "items/retail_sales.yaml", "source:", "sources: x\nsource:", "sources"),
    ("unknown_name", "items/retail_sales.yaml", "tables: [retail_sales]", "tables: [retail_trade]", "tables"),
    ("twice", "units.yaml", "vi: Tỷ đồng,", "vi: Tỷ đồng, vi: Tỉ đồng,", "vi"),
    ("unknown_name", "units.yaml",
     "canonical: ty_dong, factor: 0.001", "canonical: dong, factor: 0.001", "units.trieu_dong.canonical"),
    ("wrong_type", "units.yaml", "factor: 0.001", "factor: many", "units.trieu_dong.factor"),
    ("wrong_type", "units.yaml",
     "canonical: trieu_usd, factor: 1000", "canonical: ty_dong, factor: 1000", "units.ty_usd.canonical"),
    ("unknown_name", "indicators.yaml", "item: total", "item: totals", "indicators.iip.item"),
    ("wrong_type", "indicators.yaml", "measure: index", "measure: level", "indicators.iip.measure"),
    ("unknown_name", "indicators.yaml",
     "previous_month: iip_month", "previous_month: iip_mon", "indicators.iip.rates.previous_month"),
    ("unknown_name", "themes.yaml", "headline: iip", "headline: ipi", "themes.industry.headline"),
    ("unknown_name", "themes.yaml", "parts: [B, C, D, E]", "parts: [B, C, D, F]", "themes.industry.parts"),
    ("unknown_name", "campaigns.yaml", 'kind: "van_dong"', 'kind: "cuoc_van_dong"', "kind"),
    ("unknown_name", "campaigns.yaml", 'area: "Hà Nội"', 'area: "Hà Nôi"', "campaigns.HN-01.area"),
    ("ends_before_start", "campaigns.yaml", "end: 2015-12-31", "end: 2010-12-31", "campaigns.HN-01"),
    ("precision", "campaigns.yaml", 'precision: "unknown"', 'precision: "day"', "precision"),
    ("wrong_type", "awards.yaml", "year: 2011", "year: năm 2011", "awards.HN-KT-01.year"),
    ("unknown_name", "areas.yaml", "into: Hà Nội", "into: Hà Nôi", "provinces.Hà Tây"),
    ("wrong_type", "calendar.yaml",
     "{year: 2010, date: 2010-02-14}", "{year: 2010, date: 2011-02-14}", "lunar_new_years.2010"),
    ("missing", "tables.yaml", "  en: Gross output of industry\n", "", "industrial_output_value.en"),
    ("unknown_key", "tables.yaml", "value_unit: Tỷ đồng", "unit: Tỷ đồng", "industrial_output_value.unit"),
    ("wrong_type", "tables.yaml",
     "gia tri san xuat (?:nganh )?cong", "gia tri (san xuat", "industrial_output_value.titles.0"),
    ("not_yaml", "themes.yaml", "themes:", "themes: [", ""),
]  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES, ids=[f"{m[1]}-{m[0]}-{m[4]}" for m in MISTAKES])
def test_a_mistake_is_told_by_file_and_key(copy, mistake):
    problem, file, old, new, key = mistake
    edit(copy, file, old, new)

    with pytest.raises(CatalogueError) as caught:
        read_catalogue(copy)

    assert (caught.value.problem, caught.value.file) == (problem, file)
    assert key in caught.value.key
    for language in ("vi", "en"):
        assert file in caught.value.message(language)


@pytest.mark.parametrize(("language", "words"), [("vi", "cần: số nguyên"), ("en", "a whole number")])
def test_what_is_allowed_is_told_in_the_readers_language(copy, language, words):
    edit(copy, "awards.yaml", "year: 2011", "year: năm 2011")

    with pytest.raises(CatalogueError) as caught:
        read_catalogue(copy)

    assert words in caught.value.message(language)
    assert "'năm 2011'" in caught.value.message(language)


@pytest.mark.parametrize("path", sorted(ROOT.glob("*.yaml")), ids=lambda path: path.name)
def test_no_key_stands_twice_also_where_the_quick_reader_of_words_would_take_the_last(path):
    read_strictly(path, root=ROOT)


def test_a_missing_file_is_told(copy):
    (copy / "plans.yaml").unlink()

    with pytest.raises(CatalogueError, match=r"plans\.yaml"):
        read_catalogue(copy)


def test_an_added_item_needs_no_change_of_code(copy):
    edit(
        copy,
        "items/goods_exports.yaml",
        "items:\n",
        "items:\n  - {code: bananas, vi: Chuối, en: Bananas, parent: total}\n",
    )

    grown = read_catalogue(copy)

    assert grown.resolve_item("goods_exports", ("MẶT HÀNG CHỦ YẾU",), "Chuối").code == "bananas"


def test_every_problem_is_worded_in_both_languages():
    code = "".join(path.read_text(encoding="utf-8") for path in ROOT.parent.glob("catalogue_*.py"))
    raised = set(re.findall(r'CatalogueError\(\s*"(\w+)"', code))

    assert raised
    for language in ("vi", "en"):
        worded = {key.rsplit(".", 1)[1] for key in all_wording(language) if key.startswith("catalogue.error.")}
        assert raised <= worded


def test_both_languages_word_the_same_keys():
    keys = [{k for k in all_wording(language) if k.startswith("catalogue.")} for language in ("vi", "en")]

    assert keys[0] == keys[1]


def test_every_name_stands_in_both_languages():
    one = catalogue()
    entries = [*one.tables.values(), *one.units.values(), *one.themes.values(), *one.indicators.values()]
    entries += [item for table in one.tables for item in one.items(table).values()]

    assert all(entry.vi.strip() and entry.en.strip() for entry in entries)


def test_no_catalogue_file_holds_text_outside_normal_form():
    import unicodedata

    for path in ROOT.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        assert unicodedata.is_normalized("NFC", text), path.name
        assert read_yaml(text) is not None, path.name
