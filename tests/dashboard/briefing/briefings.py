"""Briefings made by hand, without a database."""

from __future__ import annotations

from datetime import date

from dashboard.briefing.model import Briefing, ChartBlock, KeyFigure, Paragraph, Section, TableBlock
from dashboard.figures.spec import ChartSpec
from data.period import Period
from tests.dashboard.briefing.charts import level_and_growth, lines, ranking, stacked

SENTENCE = (
    "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng tháng 8/2024 ước đạt 535,9 nghìn tỷ đồng, tăng 0,6% "
    "so với tháng trước và tăng 7,9% so với cùng kỳ năm trước."
)


def _briefing(sections: tuple[Section, ...], **other: object) -> Briefing:
    fields = {
        "template": "monthly",
        "period": Period.parse("2024-08"),
        "area": "Hà Nội",
        "title": "Tình hình công nghiệp và thương mại tháng 8/2024",
        "subtitle": "Số liệu tháng 8/2024, Hà Nội",
        "department": "Sở Công Thương Hà Nội",
        "superior": "UBND thành phố Hà Nội",
        "place": "Hà Nội",
        "source": "Cục Thống kê",
        "released": date(2024, 9, 6),
    } | other
    return Briefing(sections=sections, **fields)  # type: ignore[arg-type]


def one_chart(spec: ChartSpec) -> Briefing:
    return _briefing((Section("s", "I. Phần", (Paragraph("s.text", SENTENCE, SENTENCE), ChartBlock("s.chart", spec))),))


def one_table() -> TableBlock:
    return TableBlock(
        id="s.table",
        title="Tổng mức bán lẻ",
        header=("Chỉ tiêu", "Tháng 8", "So với cùng kỳ (%)"),
        rows=(("Tổng số", 535.9, 7.85), ("Bán lẻ hàng hóa", 400.25, None), ("Dịch vụ", 1234.56, -2.75)),
        decimals=(0, 1, 1),
        unit="Nghìn tỷ đồng",
        source="Cục Thống kê",
        depths=(0, 1, 1),
        totals=(True,),
    )


def with_text(text: str) -> Briefing:
    """The same words as title, heading, paragraph, chart, table and source."""
    spec = level_and_growth(12)
    series = tuple(one._replace(name=text) for one in spec.series)
    chart = ChartSpec(
        key="k", title=text, subtitle=text, categories=spec.categories, labels=spec.labels, series=series, unit=text,
        source=text, note=text, alt=text,
        bands=tuple(type(b)(b.code, text, b.start, b.end, b.kind) for b in spec.bands),
    )  # fmt: skip
    ranked = ranking()
    names = tuple(f"{text} {number}" for number in range(len(ranked.categories)))
    other = ChartSpec(
        key="r", title=text, subtitle=text, categories=names, labels=names, series=ranked.series, unit="%", source=text,
        is_time=False,
    )  # fmt: skip
    table = TableBlock("t", text, (text, text), ((text, 1.5), (text, None)), (0, 1), text, text)
    blocks = (
        Paragraph("p", text, text),
        table,
        ChartBlock("c", chart, (KeyFigure(text, text),), (text,)),
        ChartBlock("d", other),
    )
    return _briefing(
        (Section("s", text, blocks),),
        title=text,
        subtitle=text,
        department=text,
        superior=text,
        place=text,
        source=text,
    )


def monthly() -> Briefing:
    """Twelve charts over some eight pages, as large as the real monthly briefing."""
    sections = []
    for number in range(4):
        identity = f"s{number}"
        charts = (level_and_growth(25), ranking(), stacked() if number % 2 else lines(25))
        blocks = [Paragraph(f"{identity}.text{at}", SENTENCE, SENTENCE) for at in range(3)]
        blocks += [one_table(), *(ChartBlock(f"{identity}.chart{at}", spec) for at, spec in enumerate(charts))]  # type: ignore[list-item]
        sections.append(Section(identity, f"Phần {number + 1}", tuple(blocks)))
    return _briefing(tuple(sections))
