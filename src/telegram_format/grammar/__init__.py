"""What the variants of telegram share: patterns named in the words of the specifications, and their readers.

Each reader of a part has one shape: `read_part(draft, start, end) -> int` hands what it finds between `start` and `end`
to the draft and returns the position up to which it understood the text.
"""
