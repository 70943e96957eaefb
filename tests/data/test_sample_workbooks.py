"""The sample workbooks hold official figures, read back to the last digit."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from data.catalogue import catalogue
from data.observation import Observation
from loaders.reading import read_workbook
from tests.make_samples import MONTHS, SAMPLE, make
from tests.samples.history import NAME, RELEASED, write_history
from tests.samples.monthly import file_name, write_monthly
from tests.samples.provinces import NAME as PROVINCES
from tests.samples.provinces import write_provinces
from tests.samples.source import NATIONAL, SourceAbsentError, latest, observations, published, workbooks

WORKBOOKS = sorted(SAMPLE.rglob("*.xlsx"))
RETAIL_OF_HANOI = ("retail_sales", "total", "Hà Nội")
needs_sources = pytest.mark.skipif(not NATIONAL.is_dir(), reason="the official workbooks are not there")


def key(one: Observation) -> tuple[str, ...]:
    code = catalogue().resolve_item(one.table, one.parents, one.item, one.area).code
    series = (one.table, code, one.area, str(one.measure), one.index_of, str(one.comparison), one.base, one.unit)
    return (*series, str(one.period))


@cache
def figures(path: Path) -> dict[tuple[str, ...], tuple[float, str]]:
    return {key(one): (one.value, str(one.status)) for one in read_workbook(path).observations}


def figure(path: Path, *wanted: str) -> tuple[float, str]:
    found = [value for name, value in figures(path).items() if set(wanted) <= set(name)]
    assert len(found) == 1, found
    return found[0]


def test_there_are_four_workbooks_for_the_first_start_and_one_to_upload():
    assert [p.parent.name for p in WORKBOOKS] == ["sample", "sample", "sample", "sample", "upload"]


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda p: p.name)
def test_every_figure_is_understood_and_of_a_known_item(path):
    reading = read_workbook(path)

    assert reading.not_understood == []
    assert reading.released is not None
    assert reading.released.isoformat() == path.name[:10]
    unknown = {o.item for o in reading.observations if key(o)[1].startswith("new:")}
    assert unknown == set()


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda p: p.name)
def test_every_sheet_names_its_source(path):
    from loaders.workbook import open_workbook

    for grid in open_workbook(path, path.name).grids():
        text = " ".join(grid.text(row, 0) for row in range(grid.n_rows))
        assert "Nguồn: Tổng cục Thống kê" in text, grid.name


# Figures that the official releases state, each seen in its own workbook (DOMAIN.md, part F).
STATED = [
    (108.1929, 4, ("consumer_price_index", "total", "same_month_previous_year", "2010-07")),
    (109.1925, 4, ("consumer_price_index", "total", "base_period", "2010-07")),
    (117.5, 1, ("goods_exports", "total", "same_period_previous_year", "2010-01/2010-07")),
    (38266, 0, ("goods_exports", "total", "value", "none", "2010-01/2010-07")),
    (877516, 0, ("retail_sales", "total", "value", "none", "2010-01/2010-07")),
    (126.4, 1, ("retail_sales", "total", "same_period_previous_year", "2010-01/2010-07")),
    (121.88, 2, ("industrial_production_index", "total", "same_month_previous_year", "2018-01")),
    (118.86, 2, ("industrial_production_index", "total", "same_month_previous_year", "2024-01")),
    (106.16, 2, ("industrial_production_index", "total", "same_period_previous_year", "2020-01/2020-02")),
    (103.2, 1, ("consumer_price_index", "total", "same_month_previous_year", "2020-08")),
]


@pytest.mark.parametrize(("value", "digits", "wanted"), STATED, ids=[f"{s[2][0]}-{s[2][-1]}-{s[0]}" for s in STATED])
def test_the_history_holds_what_the_releases_state(value, digits, wanted):
    assert round(figure(SAMPLE / NAME, *wanted)[0], digits) == value


def test_the_history_keeps_estimate_and_preliminary_apart():
    month = ("retail_sales", "total", "value", "none")

    assert figure(SAMPLE / NAME, *month, "2024-09")[1] == "estimate"
    assert figure(SAMPLE / NAME, *month, "2024-08")[1] in ("preliminary", "official")


def test_the_deep_fall_of_april_2020_is_an_index():
    wanted = ("retail_sales", "total", "index", "same_month_previous_year", "2020-04")

    assert round(figure(SAMPLE / NAME, *wanted)[0], 1) == 74.0


def test_november_revises_what_october_said():
    october, november = (figures(p) for p in WORKBOOKS[2:4])
    month = [
        k for k in october if k[0] == "retail_sales" and k[1] == "total" and k[-1] == "2024-10" and k[3] == "value"
    ]

    assert len(month) == 1
    assert october[month[0]][1] == "estimate"
    assert november[month[0]] != october[month[0]]


def test_the_years_of_ha_noi_are_those_of_the_open_database():
    years = {key[-1]: value for key, value in figures(SAMPLE / PROVINCES).items() if key[:3] == RETAIL_OF_HANOI}

    assert years["2010"] == (197469.9, "official")
    assert years["2015"] == (375516.3, "official")
    assert years["2016"] == (399875.6, "preliminary")
    assert len(years) == 7


@needs_sources
def test_the_years_hold_every_figure_of_the_open_database(tmp_path):
    held = write_provinces(tmp_path)

    stated = {(one.area, str(one.year), one.value) for one in held}
    assert {(name[2], name[-1], value) for name, (value, _) in figures(SAMPLE / PROVINCES).items()} == stated


@needs_sources
def test_making_them_again_changes_no_byte(tmp_path):
    made = make(tmp_path)

    assert [p.relative_to(tmp_path) for p in made] == [p.relative_to(SAMPLE) for p in WORKBOOKS]
    for path in made:
        assert path.read_bytes() == (SAMPLE / path.relative_to(tmp_path)).read_bytes(), path.name


@needs_sources
@pytest.mark.parametrize("month", MONTHS)
def test_a_monthly_workbook_says_what_the_official_one_says(month, tmp_path):
    from data.period import Period

    source = workbooks(f"{month}-01", f"{month}-31")[-1]
    held = write_monthly(observations(source), Period.parse(month), source.name[:10], tmp_path)
    wanted = {key(one): (one.value, str(one.status)) for one in held}

    assert figures(tmp_path / file_name(source.name[:10], Period.parse(month))) == wanted
    assert len(held) > 800


@needs_sources
def test_the_history_says_what_the_latest_official_workbook_says(tmp_path):
    sources = workbooks("2010-01-01", RELEASED)
    held = write_history(latest(tuple(sources)), tmp_path)
    last = {(one.name, one.period): one.value for one in published(sources[-1])}

    wanted = {
        (n.table, n.item, "Cả nước", n.measure, n.index_of, n.comparison, n.base, n.unit, str(one.period)): (
            one.value,
            one.status,
        )
        for one in held
        for n in [one.name]
    }
    assert figures(tmp_path / NAME) == wanted
    assert len(held) > 25_000
    from_last = [one for one in held if one.file == sources[-1].name]
    assert from_last
    assert all(last[one.name, one.period] == one.value for one in from_last)


def test_the_script_says_clearly_when_the_official_workbooks_are_absent(monkeypatch, tmp_path):
    monkeypatch.setattr("tests.samples.source.NATIONAL", tmp_path / "nowhere")

    with pytest.raises(SourceAbsentError, match="Không thấy thư mục biểu gốc"):
        make(tmp_path / "out")
