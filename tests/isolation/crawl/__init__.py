"""Looking everywhere in one brand for a word of the other."""
