"""Database engine of Haat: django-tenants' search path plus the role of the brand, in one statement."""
