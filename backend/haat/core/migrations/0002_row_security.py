"""Rows of several brands share these tables; each database role sees only its own."""

from django.db import migrations

TABLES = ("core_job", "core_idempotencykey")
ON = "\n".join(
    f"""ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON {table} USING (principal = current_user) WITH CHECK (principal = current_user);"""
    for table in TABLES
)
OFF = "\n".join(
    f"""DROP POLICY own_rows ON {table};
ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;
ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;"""
    for table in TABLES
)


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]
    operations = [migrations.RunSQL(ON, OFF)]
