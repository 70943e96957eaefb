"""The life of a workbook's figures: staged, previewed, accepted or dropped, rolled back, restored."""

from loaders.release.preview import Preview, preview
from loaders.release.staging import NothingToLoad, ReleaseDateNeeded, StagedRelease, stage, staged
from loaders.release.steps import ReleaseId, accept, drop, restore, roll_back
from loaders.workbook import UnreadableWorkbook

__all__ = [
    "NothingToLoad",
    "Preview",
    "ReleaseDateNeeded",
    "ReleaseId",
    "StagedRelease",
    "UnreadableWorkbook",
    "accept",
    "drop",
    "preview",
    "restore",
    "roll_back",
    "stage",
    "staged",
]
