"""When people were written to about a difference."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("books", "0001_initial")]

    operations = [migrations.AddField("reconbreak", "told_at", models.DateTimeField(null=True))]
