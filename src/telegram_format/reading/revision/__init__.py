"""A reading with another telegram: the smallest patch of its source that says it."""
