"""SQL that must not work from inside a brand, made from the database's own catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from haat.tenancy.models import Brand

SHARED = {"core_job", "core_idempotencykey"}  # one table for all, row-level security keeps the rows apart
DATABASE = {
    "DDL in the own schema": 'CREATE TABLE "{own}".mine (id int)',
    "DDL in the shared schema": "CREATE TABLE public.mine (id int)",
    "a new schema": "CREATE SCHEMA mine",
    "a temporary table": "CREATE TEMPORARY TABLE catalog_product (id int)",
    "a column": 'ALTER TABLE "{own}".catalog_product ADD mine int',
    "dropping an own table": 'DROP TABLE "{own}".catalog_product CASCADE',
    "emptying an own table": 'TRUNCATE "{own}".catalog_product CASCADE',
    "a function in the own schema": 'CREATE FUNCTION "{own}".f() RETURNS int LANGUAGE sql AS $$SELECT 1$$',
    "a trigger on an own table": 'CREATE TRIGGER t AFTER INSERT ON "{own}".catalog_product EXECUTE FUNCTION f()',
    "row security switched off": "ALTER TABLE public.core_job DISABLE ROW LEVEL SECURITY",
    "a policy": "CREATE POLICY mine ON public.core_job USING (true)",
    "an extension": "CREATE EXTENSION dblink",
    "a role": "CREATE ROLE mine",
    "a right for another": 'GRANT SELECT ON "{other}".catalog_product TO PUBLIC',
    "COPY from a table of the neighbour": 'COPY "{other}".catalog_product TO STDOUT',
    "COPY into a table of the neighbour": 'COPY "{other}".catalog_product FROM STDIN',
    "COPY to a program": "COPY (SELECT 1) TO PROGRAM 'cat'",
    "COPY from a file": 'COPY "{own}".catalog_category FROM \'/etc/passwd\'',
    "a file of the server": "SELECT pg_read_file('/etc/passwd')",
    "a folder of the server": "SELECT pg_ls_dir('.')",
    "importing a file": "SELECT lo_import('/etc/passwd')",
    "the server's settings": "SET log_statement = 'none'",
    "another way in": "SELECT pg_reload_conf()",
    "passwords": "SELECT rolpassword FROM pg_authid",
    "statistics of the neighbour's values": "SELECT count(*) FROM pg_statistic",
    "locking a table of the neighbour": 'LOCK TABLE "{other}".catalog_product IN ACCESS SHARE MODE',
    "a sequence of the neighbour": "SELECT nextval('\"{other}\".django_migrations_id_seq')",
    "a view of the neighbour's rows": 'CREATE TEMPORARY VIEW v AS SELECT * FROM "{other}".catalog_product',
    "a cursor over the neighbour's rows": 'DECLARE c CURSOR WITH HOLD FOR SELECT * FROM "{other}".catalog_product',
    "a block of code": 'DO $$BEGIN PERFORM * FROM "{other}".catalog_product; END$$',
    "code that becomes somebody else": 'SET ROLE "{owner}"',
    "another session": 'SET SESSION AUTHORIZATION "{owner}"',
    "a prepared statement": 'PREPARE p AS SELECT * FROM "{other}".catalog_product; EXECUTE p',
    "an explanation that runs": 'EXPLAIN ANALYZE SELECT * FROM "{other}".catalog_product',
    "XML of a whole schema": "SELECT schema_to_xml('{other}', true, true, '')",
    "XML of a query": "SELECT query_to_xml('SELECT * FROM \"{other}\".catalog_product', true, true, '')",
}  # fmt: skip


def on_every_table(brand: Brand) -> Iterator[tuple[str, str]]:
    """The four verbs on each table of a brand, as the catalogue knows them. To be read by the owner or anybody."""
    for table, column in tables(brand.schema_name):
        yield from verbs(f'"{brand.schema_name}".{table}', column)


def on_shared_tables() -> Iterator[tuple[str, str]]:
    """The same on every table of people, sessions, codes, brands: all of `public` but the two of rows."""
    for table, column in tables("public"):
        if table not in SHARED:
            yield from verbs(f"public.{table}", column)


def verbs(table: str, column: str) -> Iterator[tuple[str, str]]:
    yield f"SELECT on {table}", f"SELECT * FROM {table} LIMIT 1"
    yield f"INSERT on {table}", f"INSERT INTO {table} DEFAULT VALUES"
    yield f"UPDATE on {table}", f'UPDATE {table} SET "{column}" = "{column}"'
    yield f"DELETE on {table}", f"DELETE FROM {table}"


def tables(schema: str) -> list[tuple[str, str]]:
    """Tables, views and sequences aside, with a column of each that can be written."""
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT c.relname, min(a.attname) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
               WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = %s) AND c.relkind IN ('r', 'p', 'v', 'm')
                 AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity <> 'a'
               GROUP BY c.relname ORDER BY c.relname""",
            [schema],
        )
        return list(cursor.fetchall())


def attempt(statement: str) -> str:
    """What the database says to a statement: the refusal, or an empty text when it did it. Nothing of it stays."""
    from django.db import Error, transaction

    class Undone(Exception):
        pass

    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
            raise Undone
    except Undone:
        return ""
    except Error as error:
        return str(error).splitlines()[0]
