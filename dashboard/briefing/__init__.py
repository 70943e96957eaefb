"""Briefings: PowerPoint, Word, Excel and PDF from the charts and figures on the screen."""
