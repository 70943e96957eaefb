"""Pure mathematics of official statistics; knows no Dash, no SQL and no Excel."""
