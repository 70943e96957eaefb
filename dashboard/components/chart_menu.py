"""How a chart leaves the page: one quiet menu of plain links, so that it works by keyboard and on a phone."""

from __future__ import annotations

from dash import html

from dashboard.briefing.sizes import OFFERED
from dashboard.components.drawing import Drawing, text
from dashboard.figures.spec import ChartSpec
from data.wording import say


def chart_menu(spec: ChartSpec, address: str) -> html.Details:
    """The menu. `address` is where the chart's files are had: a path without an ending, and the page's state."""
    words = say("dashboard.chart.download", spec.language)
    summary = html.Summary(words, className="plain-button", **{"aria-label": f"{words}: {spec.title}"})
    return html.Details([summary, Drawing(_panel(spec, address), className="menu-panel small")], className="chart-menu")


def menu_markup(spec: ChartSpec, address: str) -> str:
    """The same menu for what is drawn as one piece."""
    words = say("dashboard.chart.download", spec.language)
    return (
        f'<details class="chart-menu"><summary class="plain-button" aria-label="{text(f"{words}: {spec.title}")}">'
        f'{text(words)}</summary><div class="menu-panel small">{_panel(spec, address)}</div></details>'
    )


def _panel(spec: ChartSpec, address: str) -> str:
    tongue = spec.language
    rows = (
        ("picture", [_link(address, "png", say(f"briefing.size.{size}", tongue), f"co={size}") for size in OFFERED]),
        ("drawing", [_link(address, form, form.upper()) for form in ("svg", "pdf")]),
        (
            "figures",
            [
                _link(address, "xlsx", "Excel"),
                _link(address, "csv", say("charts.menu.csv_comma", tongue), "dau=%2C"),
                _link(address, "csv", say("charts.menu.csv_point", tongue), "dau=."),
            ],
        ),
    )
    listed = "".join(
        f"<dt>{text(say(f'charts.menu.{key}', tongue))}</dt><dd>{''.join(links)}</dd>" for key, links in rows
    )
    return f'<dl>{listed}</dl>{_copy(spec, address)}<p class="quiet">{text(say("charts.menu.made_by", tongue))}</p>'


def file_address(address: str, form: str, choice: str = "") -> str:
    """`choice` is one more parameter of the address, as it stands in it."""
    path, _, state = address.partition("?")
    query = f"{state}&{choice}" if state and choice else state or choice
    return f"{path}.{form}?{query}" if query else f"{path}.{form}"


def _link(address: str, form: str, words: str, choice: str = "") -> str:
    return f'<a class="plain-button" download href="{text(file_address(address, form, choice))}">{text(words)}</a>'


def _copy(spec: ChartSpec, address: str) -> str:
    """Picture, sentence and link, for a message: the script reads what to say from the button."""
    said = {
        "picture": file_address(address, "png", "co=slide"),
        "sentence": f"{spec.title} ({spec.subtitle})",
        "done": say("charts.menu.copied", spec.language),
        "failed": say("charts.menu.copy_failed", spec.language),
    }
    kept = " ".join(f'data-{name}="{text(value)}"' for name, value in said.items())
    words = text(say("charts.menu.copy", spec.language))
    button = 'type="button" class="plain-button" data-action="copy-chart" aria-live="polite"'
    return f"<button {button} {kept}>{words}</button>"
