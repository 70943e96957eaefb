"""Units of levels, as published."""

from __future__ import annotations

from data.observation import Measure
from loaders.headings import Context, read_heading
from loaders.rows import Row, Rows
from loaders.units import is_money, level_unit, unit_pieces, written_unit

EXPORTS = Context(2018, 9, "goods_exports")


def row(item: str, *, unit: str = "", marked: bool = False) -> Row:
    return Row(position=0, item=item, parents=(), area="Cả nước", unit=unit, labels=(item,), marked=marked)


def test_a_line_of_units_falls_into_its_parts() -> None:
    assert unit_pieces("Đơn vị tính: Nghìn tấn, triệu USD") == ("Nghìn tấn", "Triệu USD")
    assert unit_pieces("Ghi chú: (*) Nghìn chiếc và triệu USD") == ("Nghìn chiếc", "Triệu USD")


def test_the_unit_in_brackets_is_taken_as_it_is_written() -> None:
    assert written_unit("Ước tính tháng 7 năm 2010 (Tỷ đồng)") == "Tỷ đồng"
    assert not written_unit("Dầu thô (Liên doanh NN)")


def test_money_is_told_from_quantities() -> None:
    assert is_money("Nghìn tỷ đồng")
    assert is_money("Triệu USD")
    assert not is_money("Triệu đôi")


def test_volumes_and_values_of_trade_take_their_part_of_the_units_of_the_table() -> None:
    heading = read_heading("Ước tính tháng 9 năm 2018 Lượng", EXPORTS)
    heading = heading._replace(table="goods_exports")
    units = "Nghìn tấn; triệu USD; chiếc; %"
    assert level_unit(heading, units, row("Cà phê"), Measure.VOLUME, Rows()) == "Nghìn tấn"
    assert level_unit(heading, units, row("Cà phê"), Measure.VALUE, Rows()) == "Triệu USD"
    assert level_unit(heading, units, row("Nguyên chiếc"), Measure.VOLUME, Rows()) == "Chiếc"
    of_note = Rows(footnotes=["(*) Nghìn chiếc"])
    assert level_unit(heading, "", row("Xe máy", marked=True), Measure.VOLUME, of_note) == "Nghìn chiếc"
