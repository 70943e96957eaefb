"""The life of a workbook's figures: staged, previewed, accepted or dropped, rolled back, restored."""

from loaders.release.answering import SOMETHING_NEW, answer_label
from loaders.release.labels import Question, open_questions
from loaders.release.preview import Preview, preview
from loaders.release.staging import NothingToLoad, ReleaseDateNeeded, StagedRelease, stage, staged
from loaders.release.steps import ReleaseId, accept, drop, restore, roll_back
from loaders.workbook import UnreadableWorkbook

__all__ = [
    "SOMETHING_NEW",
    "NothingToLoad",
    "Preview",
    "Question",
    "ReleaseDateNeeded",
    "ReleaseId",
    "StagedRelease",
    "UnreadableWorkbook",
    "accept",
    "answer_label",
    "drop",
    "open_questions",
    "preview",
    "restore",
    "roll_back",
    "stage",
    "staged",
]
