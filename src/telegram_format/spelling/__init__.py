"""The lines of a telegram as text: grammar the other way round, shared by writers and revisions."""
