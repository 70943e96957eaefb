"""Mutated workbooks: whatever the file, a reading or a finding, in bounded time and memory."""
