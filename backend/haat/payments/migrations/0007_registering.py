"""Who makes the provider's order for a payment: one caller at a time."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("payments", "0006_asking")]

    operations = [migrations.AddField("payment", "registering_at", models.DateTimeField(null=True))]
