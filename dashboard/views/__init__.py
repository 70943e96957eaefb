"""Builders of component trees from plain data; they ask nothing and decide nothing."""
