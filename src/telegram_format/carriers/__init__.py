"""What telegrams are wrapped in: each carrier gives the text inside as a view, and the wrapper's own facts."""
