"""Excel workbooks in, observations with their cell of origin out.

Patterns that nearly every workbook needs are compiled here and there on import; those that few need are plain text,
which `re` compiles and remembers when it is first asked, so that a cold start pays for none of them.
"""
