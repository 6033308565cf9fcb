"""What a telegram says, as frozen values. Of other rooms it knows only the vocabulary, to repair stations."""
