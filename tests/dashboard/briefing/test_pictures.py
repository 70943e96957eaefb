"""Pictures say what the screen says: extremes, gaps, signs and classes."""

from __future__ import annotations

from lxml import etree

from dashboard.briefing.drawing import draw
from dashboard.briefing.heat import class_of, limits
from dashboard.briefing.numbers import number, signed
from dashboard.briefing.scales import value_axis
from dashboard.briefing.typefaces import balanced, wrap
from dashboard.figures.heat import heat_class, middle_and_spread
from dashboard.figures.plotly_chart import plotly_figure
from dashboard.figures.spec import Kind, Panel, Series
from tests.dashboard.briefing.charts import heat, level_and_growth, ranking


def test_a_picture_names_the_highest_and_lowest_month_like_the_screen_with_a_true_minus():
    spec = level_and_growth()
    level, growth = spec.series
    spec = spec._replace(series=(level, growth._replace(values=(-2.5, *growth.values[1:]))))
    shown = {one["text"] for one in plotly_figure(spec)["layout"]["annotations"] if ": " in one["text"]}
    drawn = {words for words in etree.fromstring(draw(spec, "slide").encode()).itertext() if ": " in words}
    assert len(shown) == 3 and "T1/2023: −2,5" in shown
    assert shown <= drawn


def test_a_picture_names_long_stretches_without_figures_and_shades_them():
    spec = level_and_growth()
    level, growth = spec.series
    holes = tuple(None if 3 <= at < 12 else value for at, value in enumerate(level.values))
    spec = spec._replace(series=(level._replace(values=holes), growth))
    assert "Chưa có số liệu" not in draw(level_and_growth(), "slide")
    assert draw(spec, "slide").count("Chưa có số liệu") == 1


def test_a_heat_map_falls_into_the_same_classes_in_pictures_as_on_the_screen():
    spec = heat()
    known = [value for one in spec.series for value in one.values if value is not None]
    bounds, (middle, spread) = limits(spec), middle_and_spread(known)
    assert [class_of(value, bounds) - 3 for value in known] == [heat_class(value, middle, spread) for value in known]


def test_a_ranking_of_growth_bears_its_signs_in_a_picture():
    spec = ranking()
    drawn = set(etree.fromstring(draw(spec, "slide").encode()).itertext())
    assert {signed(value, spec.series[0].decimals) for value in spec.series[0].values if value is not None} <= drawn


def test_the_last_value_of_a_line_over_bars_stands_beside_the_last_bar():
    spec = level_and_growth()
    level, growth = spec.series
    spec = spec._replace(series=(level, growth._replace(panel=Panel.MAIN, values=level.values)))
    tree = etree.fromstring(draw(spec, "slide").encode())
    right = max(float(one.get("x")) + float(one.get("width")) for one in tree.iterfind("{*}rect") if one.get("stroke"))
    words = number(level.values[-1], 1)
    assert max(float(one.get("x")) for one in tree.iter("{*}text") if one.text == words) > right


def test_a_title_of_two_lines_leaves_no_word_alone_in_the_last():
    words = "Bán lẻ hàng hóa đóng góp 6,4 trong 8,8 điểm phần trăm"
    assert wrap(words, 20, 540, 2)[-1] == "trăm"
    first, second = balanced(words, 20, 540, 2)
    assert f"{first} {second}" == words and len(second) > len(first) / 2


def test_a_hair_below_zero_gets_no_step_of_the_axis():
    parts = Series("Du lịch", Kind.STACKED_BAR, (-0.04, 5.0, 9.4), "điểm")
    assert value_axis([parts]).low == 0
    assert value_axis([parts._replace(values=(-0.4, 5.0, 9.4))]).low < 0
