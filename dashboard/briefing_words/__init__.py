"""Sentences of briefings, made from results; one module for each subject."""
