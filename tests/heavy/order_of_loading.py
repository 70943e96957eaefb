"""Random order, twice, with a roll-back and its undo between; as-of answers for twenty dates; published revisions."""

from __future__ import annotations

import csv
import random
import time
from datetime import date
from pathlib import Path

from data.period import Period
from data.store import Series, Store, open_store
from data.store.errors import AlreadyLoaded
from tests.heavy.workbooks import RETAIL_REVISIONS, all_versions, answers, prepared

DATES = 20


def run(folder: Path, chance: random.Random) -> list[tuple[str, bool, str]]:
    """Each trial as (name, passed, what was seen)."""
    dates = sorted(chance.sample([one.released for one in prepared()], DATES))
    with open_store(f"sqlite:///{folder / 'ordered.sqlite'}") as ordered:
        growing, seconds = _load_ordered(ordered, dates)
        found = [("loaded in order", ordered.damages() == [], f"{len(prepared())} workbooks in {seconds:.1f} s")]
        wrong = [day for day in dates if answers(ordered, day) != growing[day]]
        found.append(("as of 20 dates as if only that was loaded", not wrong, f"{DATES - len(wrong)} of {DATES} equal"))
        found.append(_shuffled(folder, ordered, chance))
        return [*found, _revisions(ordered)]


def _load_ordered(store: Store, dates: list[date]) -> tuple[dict[date, set[tuple[object, ...]]], float]:
    """Load by date of publication and keep what the database answered at the end of each of the dates."""
    seen, seconds, waiting = {}, 0.0, list(dates)
    for one in sorted(prepared(), key=lambda p: (p.released, p.file.name)):
        while waiting and waiting[0] < one.released:
            seen[waiting[0]] = answers(store)
            waiting.pop(0)
        start = time.perf_counter()
        one.load(store)
        seconds += time.perf_counter() - start
    return {**seen, **{day: answers(store) for day in waiting}}, seconds


def _shuffled(folder: Path, ordered: Store, chance: random.Random) -> tuple[str, bool, str]:
    order = chance.sample(prepared(), len(prepared()))
    with open_store(f"sqlite:///{folder / 'shuffled.sqlite'}") as shuffled:
        ids = [one.load(shuffled) for one in order]
        withdrawn = chance.sample(ids, 20)
        slowest = 0.0
        for release in withdrawn:
            start = time.perf_counter()
            shuffled.roll_back(release, by="Bình", why="thử")
            slowest = max(slowest, time.perf_counter() - start)
        refused = sum(not _loads(one.load, shuffled) for one in chance.sample(prepared(), len(prepared())))
        for release in chance.sample(withdrawn, len(withdrawn)):
            shuffled.restore(release, by="Bình", why="thử xong")
        equal = all_versions(shuffled) == all_versions(ordered) and shuffled.damages() == []
        seen = f"{len(all_versions(ordered))} versions, {refused} refused again, slowest roll-back {slowest:.2f} s"
        return "random order twice, 20 roll-backs and undos", equal and refused == len(order), seen


def _loads(load: object, store: Store) -> bool:
    try:
        load(store)  # type: ignore[operator]
    except AlreadyLoaded:
        return False
    return True


def _revisions(store: Store) -> tuple[str, bool, str]:
    """First estimates of total retail sales and next month's figures against the list drawn up by hand."""
    with RETAIL_REVISIONS.open(encoding="utf-8") as file:
        lines = list(csv.DictReader(file))
    wrong = []
    for line in lines:
        period = Period.month(int(line["year"]), int(line["month"]))
        said = [float(line[name]) for name in ("first_estimate_ty_dong", "next_month_preliminary_ty_dong")]
        if not any(_agrees(store, series, period, said) for series in _totals(store)):
            wrong.append(str(period))
    return (
        "retail revisions reproduced",
        not wrong,
        f"{len(lines) - len(wrong)} of {len(lines)}; not: {' '.join(wrong)}",
    )


def _totals(store: Store) -> list[Series]:
    found = store.find_series(table="retail_sales", measures=["value"], areas=["Cả nước"])
    return [one for one in found if not one.parents]


def _agrees(store: Store, series: Series, period: Period, said: list[float]) -> bool:
    versions = store.history(series.id, period)[:2]
    if len(versions) == 1 and said[0] == said[1]:
        versions *= 2
    values = [version.value for version in versions]
    return len(values) == 2 and all(abs(a - b) <= 1e-6 * abs(b) for a, b in zip(values, said, strict=True))
