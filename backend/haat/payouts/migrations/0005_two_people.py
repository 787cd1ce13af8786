"""A run above the limit names two people. Runs that were let go by one stay legal: the rule holds from here on."""

from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("payouts", "0004_disputes")]

    operations = [
        AddConstraintNotValid(
            model_name="payoutrun",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("needs_second", False),
                    models.Q(("status", "approved"), _negated=True),
                    ("proposed_by__isnull", False),
                    _connector="OR",
                ),
                name="payouts_run_two_named",
            ),
        ),
    ]
