"""The variants of telegram that can be written: each writer puts a telegram into the lines of its variant."""
