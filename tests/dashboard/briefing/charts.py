"""Charts made by hand for the tests of every renderer; values are exact binary fractions or awkward on purpose."""

from __future__ import annotations

from datetime import date

from dashboard.figures.spec import Band, ChartSpec, Kind, Panel, Series
from data.period import Period

BANDS = (
    Band("tet", "Chương trình bình ổn thị trường Tết Giáp Thìn 2024", date(2023, 12, 15), date(2024, 3, 10), "binh_on"),
    Band("hang-viet", "Người Việt Nam ưu tiên dùng hàng Việt Nam", date(2009, 7, 31), None, "van_dong"),
    Band("khuyen-mai", "Tháng khuyến mại", date(2024, 7, 1), date(2024, 7, 31), "khuyen_mai"),
    Band("xa", "Đợt thi đua đã qua", date(2019, 1, 1), date(2019, 12, 31), "chuyen_de"),
)


def months(first: str, count: int) -> tuple[str, ...]:
    start = Period.parse(first)
    return tuple(str(start.shift(at)) for at in range(count))


def _labels(categories: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"T{int(category[5:])}/{category[:4]}" for category in categories)


def level_and_growth(
    count: int = 20, key: str = "retail", bands: tuple[Band, ...] = BANDS, scale: float = 1.0
) -> ChartSpec:
    """Retail sales with growth above, an estimate last, a preliminary figure before it and a gap."""
    categories = months("2023-01", count)
    level = tuple(scale * (480.2 + 3.1 * at + (25.7 if at % 12 in (0, 11) else 0.0)) for at in range(count))
    growth = tuple(None if at == 4 else 8.85 - 0.3 * (at % 7) for at in range(count))
    statuses = ("official",) * (count - 2) + ("preliminary", "estimate")
    return ChartSpec(
        key=key,
        title="Tổng mức bán lẻ tháng 8/2024 ước tăng 7,9% so với cùng kỳ năm trước",
        subtitle="Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng, nghìn tỷ đồng, cả nước",
        categories=categories,
        labels=_labels(categories),
        series=(
            Series("Tổng mức bán lẻ", Kind.BAR, level, "Nghìn tỷ đồng", 1, statuses, "series1", is_total=True),
            Series("So với cùng kỳ năm trước", Kind.LINE, growth, "%", 1, statuses, "series2", Panel.GROWTH),
        ),
        unit="Nghìn tỷ đồng",
        source="Cục Thống kê, báo cáo tháng 8/2024",
        note="Tháng 8/2024 là số ước tính; tháng 7/2024 là số sơ bộ",
        released=date(2024, 9, 6),
        bands=bands,
        alt="Biểu đồ cột và đường: tổng mức bán lẻ theo tháng, tháng 8/2024 ước tăng 7,9%",
        panel_titles={"growth": "Tăng trưởng", "main": "Mức"},
    )


def lines(count: int = 36) -> ChartSpec:
    """Three growth rates as lines over campaign bands."""
    categories = months("2022-01", count)
    return ChartSpec(
        key="prices",
        title="Giá tiêu dùng tăng 3,45% so với cùng kỳ, thấp hơn hai tháng trước",
        subtitle="Chỉ số giá tiêu dùng, %, cả nước",
        categories=categories,
        labels=_labels(categories),
        series=tuple(
            Series(
                name,
                Kind.LINE,
                tuple(base + 0.07 * ((at * step) % 11) for at in range(count)),
                "%",
                2,
                (),
                f"series{n}",
            )
            for n, (name, base, step) in enumerate(
                (("CPI chung", 3.1, 3), ("Lương thực", 5.25, 5), ("Lạm phát cơ bản", 2.4, 7)), 1
            )
        ),
        unit="%",
        source="Cục Thống kê",
        released=date(2025, 1, 6),
        bands=BANDS,
    )


def stacked() -> ChartSpec:
    categories = months("2024-01", 8)
    return ChartSpec(
        key="structure",
        title="Bán lẻ hàng hóa chiếm ba phần tư tổng mức",
        subtitle="Cơ cấu tổng mức bán lẻ, nghìn tỷ đồng",
        categories=categories,
        labels=_labels(categories),
        series=tuple(
            Series(name, Kind.STACKED_BAR, tuple(base + at for at in range(8)), "Nghìn tỷ đồng", 1, (), f"series{n}")
            for n, (name, base) in enumerate(
                (("Bán lẻ hàng hóa", 390.5), ("Lưu trú, ăn uống", 58.25), ("Du lịch", 5.5)), 1
            )
        ),
        unit="Nghìn tỷ đồng",
        source="Cục Thống kê",
        bands=BANDS[:1],
    )


def ranking() -> ChartSpec:
    names = ("Dệt", "Sản xuất trang phục", "Hóa chất và sản phẩm hóa chất", "Sản xuất kim loại", "Khai thác dầu thô")
    return ChartSpec(
        key="ranking",
        title="Dệt tăng nhiều nhất trong các ngành công nghiệp",
        subtitle="Chỉ số sản xuất so với cùng kỳ, %",
        categories=names,
        labels=names,
        series=(Series("So với cùng kỳ", Kind.HORIZONTAL_BAR, (14.5, 11.25, 9.0, 2.125, -11.3), "%", 1),),
        unit="%",
        source="Cục Thống kê",
        is_time=False,
    )


def heat() -> ChartSpec:
    categories = tuple(f"T{month}" for month in range(1, 13))
    return ChartSpec(
        key="heat",
        title="Tháng Tết làm sản xuất giảm so với tháng trước",
        subtitle="Thay đổi so với tháng trước, %",
        categories=categories,
        labels=categories,
        series=tuple(
            Series(str(year), Kind.HEAT_MAP, tuple(((at * 7 + year) % 13) - 6.0 for at in range(12)), "%", 1)
            for year in range(2020, 2025)
        ),
        unit="%",
        source="Cục Thống kê",
        is_time=False,
    )


ALL = (level_and_growth, lines, stacked, ranking, heat)
