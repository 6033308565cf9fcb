"""Many telegrams in one input: where one ends and the next begins, and what inputs there are."""
