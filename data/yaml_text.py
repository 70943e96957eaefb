"""YAML 1.2 by a parser in Rust, ready at once: the usual one takes longer to start than a workbook takes to read.

For files of words and of settings. The catalogue's registers are read by `data.catalogue_reading`, which also refuses
a key that stands twice and knows dates; here a date is text.
"""

from __future__ import annotations

from typing import Any

import yaml12


def read_yaml(text: str) -> Any:
    """The value that a YAML text holds; None for an empty one. Raises ValueError, with line and column, for none."""
    return yaml12.parse_yaml(text)
