"""Interchange: the values of the model as plain data and as JSON, and back; the JSON Schema of that data."""
