"""One template, light and dark: registered with plotly, and under every figure of the pages."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest

from dashboard.figures.house_style import NAMES, register, template
from dashboard.figures.plotly_chart import plotly_figure
from dashboard.figures.spec import ChartSpec, Kind, Series
from dashboard.theme import THEMES, colour

KINDS = [Kind.LINE, Kind.BAR, Kind.STACKED_BAR, Kind.HORIZONTAL_BAR, Kind.HEAT_MAP]


@pytest.mark.parametrize("theme", THEMES)
def test_the_template_is_known_to_plotly_by_its_name(theme: str) -> None:
    register()
    figure = go.Figure(layout={"template": NAMES[theme]})
    assert figure.layout.template.layout.font.color == colour("ink2", theme)
    assert figure.layout.template.layout.colorway[0] == colour("series1", theme)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("theme", THEMES)
def test_every_kind_of_chart_rests_on_it_and_repeats_none_of_it(kind: Kind, theme: str) -> None:
    series = Series("Bán lẻ", kind, (1.0, -2.0), "%", statuses=("official", "estimate"))
    layout = plotly_figure(
        ChartSpec("k", "T", "P", ("2024-01", "2024-02"), ("T1", "T2"), (series,), "%", "N"), theme=theme
    )
    assert layout["layout"]["template"] == template(theme)
    assert not {"font", "hoverlabel", "paper_bgcolor", "colorway"} & set(layout["layout"])
    go.Figure(layout)


def test_no_button_leads_to_another_company() -> None:
    from dashboard.figures.template import CONFIG

    assert CONFIG["displayModeBar"] is False and CONFIG["displaylogo"] is False
    assert CONFIG["showSendToCloud"] is False and CONFIG["plotlyServerURL"] == ""
