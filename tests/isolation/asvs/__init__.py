"""Forty testable items of OWASP ASVS 5.0.0, level 2, and the tests that carry their number."""
