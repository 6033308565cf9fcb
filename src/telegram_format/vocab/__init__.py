"""The words of telegrams as tables: posts, TAGS, captions, precedences, orders. Loads nothing before it is asked."""
