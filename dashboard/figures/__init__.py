"""Charts as data: one neutral specification and the renderers that draw it."""
