"""What was written, and what a format could not say."""
