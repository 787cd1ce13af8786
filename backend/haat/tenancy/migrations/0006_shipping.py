from django.db import migrations, models

# Prefixes, regions and steps are keys of objects: none is there twice, and steps have one order. What is left to refuse:
# places that lead to no zone, keys that are none, amounts below nothing or with a fraction, and tables without an end.
PLACES = [
    '$.prefixes.keyvalue() ? (!(@.key like_regex "^[0-9]{1,6}$"))',
    '$.regions.keyvalue() ? (!(@.key like_regex "^[0-9A-Z]{2}$"))',
    *(f"$.{kind}.* ? (@ < 0 || @ >= $.zones.size() || @ != @.floor())" for kind in ("prefixes", "regions")),
    *(f'$.{kind}.* ? (@.type() != "number")' for kind in ("prefixes", "regions")),
]
RATES = [
    '{}.steps.keyvalue() ? (!(@.key like_regex "^[1-9][0-9]{{0,12}}$"))',
    '{}.steps.* ? (@.type() != "number" || @ < 0 || @ != @.floor())',
    '{}.beyond_minor ? (@.type() != "number" || @ < 0 || @ != @.floor())',
    '{}.free_above_minor ? (@ != null && (@.type() != "number" || @ < 0 || @ != @.floor()))',
    '{} ? (!(@.by == "weight" || @.by == "price") || !(@.beyond == "fee" || @.beyond == "per_kg"))',
    '{} ? (@.beyond == "per_kg" && (@.by == "price" || !exists(@.steps.*)))',
    '{} ? (!exists(@.name) || !exists(@.beyond_minor) || !exists(@.steps) || !exists(@.delivers) || !exists(@.cash))',
]
WRONG = [*PLACES, *(path.format(where) for path in RATES for where in ("$.zones[*]", "$.elsewhere"))]
KINDS = {"zones": "array", "prefixes": "object", "regions": "object", "elsewhere": "object"}
WHOLE = f"""
ALTER TABLE tenancy_brand ADD CONSTRAINT tenancy_brand_shipping_whole CHECK (
    NOT shipping ?| ARRAY['zones', 'prefixes', 'regions', 'elsewhere'] OR COALESCE(
    {' AND '.join(f"jsonb_typeof(shipping -> '{name}') = '{kind}'" for name, kind in KINDS.items())}
    {' '.join(f"AND NOT jsonb_path_exists(shipping, '{path}')" for path in WRONG)}, false))
"""
FREE = "ALTER TABLE tenancy_brand DROP CONSTRAINT tenancy_brand_shipping_whole"


class Migration(migrations.Migration):

    dependencies = [
        ('tenancy', '0005_ledger_head'),
    ]

    operations = [
        migrations.AddField(
            model_name='brand',
            name='shipping',
            field=models.JSONField(db_default=models.Value({}, models.JSONField()), default=dict),
        ),
        migrations.RunSQL(WHOLE, FREE),
    ]
