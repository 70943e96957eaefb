"""Trade balance, in the words of Vietnamese reports."""

from __future__ import annotations

import pandas as pd

from indicators.growth import PERCENT
from indicators.periods import ratio


def balance(exports: pd.Series, imports: pd.Series) -> pd.Series:
    """`cán cân thương mại`: exports - imports, unit as given; above zero `xuất siêu`, below `nhập siêu`."""
    return exports.astype(float) - imports.astype(float).reindex(exports.index)


def deficit_ratio(exports: pd.Series, imports: pd.Series) -> pd.Series:
    """`tỷ lệ nhập siêu so với xuất khẩu`: 100 (imports - exports) / exports, percent; missing without a deficit."""
    deficit = -balance(exports, imports)
    return PERCENT * ratio(deficit.where(deficit > 0), exports)
