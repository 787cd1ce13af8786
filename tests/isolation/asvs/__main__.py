"""Write the table of docs/security.md anew."""

from tests.isolation.asvs.table import write

write()
