"""What the catalogue holds: frozen entries, checked by their types when they are built of the YAML."""

from __future__ import annotations

from data.catalogue_entries.areas import Area, BoundaryChange
from data.catalogue_entries.indicators import Aggregation, Indicator, Rate, SuggestedComparison, Theme
from data.catalogue_entries.publishing import LunarNewYear, Producer
from data.catalogue_entries.registers import Award, Campaign, CampaignKind, Plan, PublishedFigure
from data.catalogue_entries.tables import BreakKind, Group, Item, SeriesBreak, Split, Table, Unit

__all__ = [
    "Aggregation",
    "Area",
    "Award",
    "BoundaryChange",
    "BreakKind",
    "Campaign",
    "CampaignKind",
    "Group",
    "Indicator",
    "Item",
    "LunarNewYear",
    "Plan",
    "Producer",
    "PublishedFigure",
    "Rate",
    "SeriesBreak",
    "Split",
    "SuggestedComparison",
    "Table",
    "Theme",
    "Unit",
]
