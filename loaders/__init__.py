"""Excel workbooks in, observations with their cell of origin out."""
