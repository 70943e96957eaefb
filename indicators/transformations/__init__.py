"""Entries of the registry by subject: each is one entry here and one function in the module of its subject."""
