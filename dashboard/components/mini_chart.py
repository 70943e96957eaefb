"""The lines of a chart as a small drawing with its first and last month, for a list of charts to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.components.drawing import text
from dashboard.figures.spec import ChartSpec

WIDTH, HEIGHT, EDGE = 320.0, 84.0, 6.0


def mini_chart(spec: ChartSpec) -> str:
    """Gaps stay gaps; rates contain zero, which is drawn. Not for reading values: the title beside it says them."""
    known = [value for one in spec.series for value in one.values if value is not None]
    low, high = min(known), max(known)
    if spec.unit == "%":
        low, high = min(low, 0.0), max(high, 0.0)
    zero = f'<path d="M0 {_y(0.0, low, high):.1f}H{WIDTH:g}" stroke="var(--ctrl)"/>' if low <= 0 <= high else ""
    lines = "".join(
        f'<path d="{_path(one.values, one.step, low, high)}" fill="none" stroke="var(--s{one.role[-1]})"'
        ' stroke-width="2" stroke-linejoin="round" vector-effect="non-scaling-stroke"/>'
        for one in spec.series
    )
    frame = f'viewBox="0 0 {WIDTH:g} {HEIGHT:g}" preserveAspectRatio="none"'  # as wide as its card
    first, last = text(spec.labels[0]), text(spec.labels[-1])
    ends = f'<p class="mini-ends" aria-hidden="true"><span>{first}</span><span>{last}</span></p>'
    return f'<svg class="mini-chart" {frame} aria-hidden="true">{zero}{lines}</svg>{ends}'


def _path(values: Sequence[float | None], step: int, low: float, high: float) -> str:
    """A value every `step` months is joined to the next; what is missing otherwise leaves the line open."""
    across, last = WIDTH / max(len(values) - 1, 1), -step
    pieces: list[str] = []
    for at, value in enumerate(values):
        if value is not None:
            pieces.append(f"{'L' if pieces and at - last <= step else 'M'}{at * across:.1f} {_y(value, low, high):.1f}")
            last = at
    return "".join(pieces)


def _y(value: float, low: float, high: float) -> float:
    return EDGE + (HEIGHT - 2 * EDGE) * (high - value) / ((high - low) or 1.0)
