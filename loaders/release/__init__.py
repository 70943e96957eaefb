"""The life of a workbook's figures: staged, previewed, accepted or dropped, rolled back, restored."""

from data.store.errors import UnknownArea
from loaders.given_files import is_workbook
from loaders.heading_answers import NO_STATISTIC, parts_of
from loaders.release.answering import SOMETHING_NEW, answer_heading, answer_label
from loaders.release.areas import own_area
from loaders.release.headings import HeadingQuestion, heading_questions, waiting_figures
from loaders.release.labels import Question, open_questions
from loaders.release.preview import Preview, preview
from loaders.release.staging import NothingToLoad, ReleaseDateNeeded, StagedRelease, stage, staged, waiting
from loaders.release.steps import ReleaseId, accept, drop, restore, roll_back, without_warnings
from loaders.workbook import UnreadableWorkbook

__all__ = [
    "NO_STATISTIC",
    "SOMETHING_NEW",
    "HeadingQuestion",
    "NothingToLoad",
    "Preview",
    "Question",
    "ReleaseDateNeeded",
    "ReleaseId",
    "StagedRelease",
    "UnknownArea",
    "UnreadableWorkbook",
    "accept",
    "answer_heading",
    "answer_label",
    "drop",
    "heading_questions",
    "is_workbook",
    "open_questions",
    "own_area",
    "parts_of",
    "preview",
    "restore",
    "roll_back",
    "stage",
    "staged",
    "waiting",
    "waiting_figures",
    "without_warnings",
]
