"""Bytes, text, and the way back from text to bytes. This room knows no other."""
