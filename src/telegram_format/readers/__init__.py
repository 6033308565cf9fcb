"""The variants of telegram: each reader says what the lines of its variant mean."""
