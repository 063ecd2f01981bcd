"""Pages of the plan: reading, reporting, milestones."""
