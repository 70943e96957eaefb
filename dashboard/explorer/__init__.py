"""The explorer without its page: what an address asks for, and the chart that answers it."""
