"""Charts and briefings as files: PowerPoint, Word, Excel, PDF, pictures and plain tables from one neutral chart."""
