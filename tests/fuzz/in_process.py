"""Reads every file of a folder in one process, as the command line does, and tells its peak memory."""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

from loaders.reading import read_workbook
from loaders.workbook import UnreadableWorkbook

MAX_MEGABYTES, MAX_SECONDS = 500, 10.0


def main(folder: str) -> int:
    faults, slowest, read = [], 0.0, 0
    for path in sorted(Path(folder).iterdir()):
        started = time.perf_counter()
        try:
            read_workbook(path)
            read += 1
        except UnreadableWorkbook:
            pass
        except Exception as fault:
            faults.append(f"{path.name}: {type(fault).__name__} {fault}")
        slowest = max(slowest, time.perf_counter() - started)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"in one process: {read} read, slowest {slowest:.2f} s, peak memory {megabytes:.0f} MB")
    print("\n".join(faults))
    return 1 if faults or slowest > MAX_SECONDS or megabytes > MAX_MEGABYTES else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
