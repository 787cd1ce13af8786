"""One URL table a portal. A role's API exists on its portal's host only."""
