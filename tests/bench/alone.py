"""A benchmark in a process of its own."""

from __future__ import annotations

import importlib
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

Row = dict[str, object]


def measured_alone(module: str) -> list[Row]:
    """What one module of benchmarks measures, undisturbed by what others left in memory."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(_measured, module).result()


def _measured(module: str) -> list[Row]:
    found: list[Row] = importlib.import_module(f"tests.bench.{module}").measurements()
    return found
