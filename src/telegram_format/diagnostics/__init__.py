"""What is odd about a text: coded, placed, shown. This room knows `text` only."""
