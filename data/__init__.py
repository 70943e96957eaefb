"""Everything that is stored: the catalogue, the tables of the database and the questions one may ask of it."""
