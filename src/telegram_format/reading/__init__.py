"""The making of a telegram: a draft that readers fill, the trace of where everything stood, the finished reading."""
