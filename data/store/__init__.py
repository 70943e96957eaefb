"""The only place that speaks SQL: figures with their history, releases and registers, in domain words."""

from data.store.comparison import Change
from data.store.labels import LearnedAlias
from data.store.model import (
    Coverage,
    Event,
    Figure,
    Lineage,
    RecordedFinding,
    Release,
    Revision,
    Series,
    SeriesKey,
    StatedFigure,
    Version,
)
from data.store.register import Award, Campaign, Plan, PublishedFigure
from data.store.statements import FigurePlace, Statement
from data.store.steps import UploadedFile
from data.store.store import Store, open_store
from data.store.views import SavedView

__all__ = [
    "Award",
    "Campaign",
    "Change",
    "Coverage",
    "Event",
    "Figure",
    "FigurePlace",
    "LearnedAlias",
    "Lineage",
    "Plan",
    "PublishedFigure",
    "RecordedFinding",
    "Release",
    "Revision",
    "SavedView",
    "Series",
    "SeriesKey",
    "StatedFigure",
    "Statement",
    "Store",
    "UploadedFile",
    "Version",
    "open_store",
]
