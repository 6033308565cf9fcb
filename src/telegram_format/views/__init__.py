"""A reading as people look at it: an annotated page, a fragment for notebooks, and the words both are made of."""
