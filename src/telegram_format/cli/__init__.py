"""The command line: one file per command, and what they share. It stands outside and sees the public functions."""
