"""What people see: pages, charts, briefings."""
