class LocalError(Exception):
    """Something a person must mend. The text says what happened and what to do; it is printed without a traceback."""
