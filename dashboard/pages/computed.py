"""`/so-lieu/tinh`: one computed number, worked out anew from its address: formula, inputs, day and what is shown."""

from __future__ import annotations

import dash
from dash import html

from dashboard.charts import area_title
from dashboard.context import language, store
from dashboard.derivations.derivation import PATH, derivation_of
from dashboard.derivations.explained import explain
from dashboard.derivations.formula_text import heading
from dashboard.views.derivation import formula_block, inputs_table, which_is_shown
from dashboard.views.parts import empty, link_button, page_head, to_data
from data.wording import say

dash.register_page(__name__, path=PATH, name="lineage.computed.title", order=44)


def layout(**query: str) -> html.Div:
    lang, asked = language(), derivation_of(query)
    found = explain(store(), asked) if asked else None
    if found is None:
        title = say("lineage.computed.title", lang)
        return html.Div(
            [
                page_head(say("lineage.computed.eyebrow", lang), title),
                empty(say("lineage.computed.unknown", lang), to_data(lang)),
            ]
        )
    how = found.how.vi if lang == "vi" else found.how.en
    return html.Div(
        [
            page_head(
                f"{area_title(found.series.area, lang)} · {how}",
                heading(found, lang),
                link_button(say("lineage.computed.download", lang), f"{PATH}.xlsx?{found.derivation.query}"),
            ),
            html.Div([formula_block(found, lang), which_is_shown(found, lang)], className="two-columns"),
            inputs_table(found, lang),
        ]
    )
