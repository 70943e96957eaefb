"""How computed numbers came about: which figures went in, by which formula, as of which day."""
