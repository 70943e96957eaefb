"""Pages of the dashboard; every module here is found by the application."""
