"""What the linter of migrations may pass over, and why."""

MIGRATION_LINTER_OPTIONS = {
    "ignore_name_contains": "0001_initial",
    "ignore_name": [
        "0003_indexes_of_lists",  # readers pass while they are built; the table's writers are jobs
        # Indexes and columns of tables that no installation has rows in yet: they came before the first release.
        "0004_sign_ins",
        "0005_budgets",
        "0002_own_domains",
        "0003_sealing",
        "0002_consents",
        "0002_movement_actor",
        "0002_address_index",
        "0002_payout_freeze",
        "0001_first",
        "0003_credits",
        "0003_plans_and_runs",
        "0004_pieces_and_bank_refunds",
        "0003_sealed_pickup",
        "0002_pictures",
        "0003_bundles",
        "0003_places",
        "0004_place_names",
        "0004_rating",
        "0007_picture_steps",
        "0006_asking",
        "0002_codes",
        "0004_rule_dimensions",  # a longer sentence: PostgreSQL rewrites no row for that
    ],
    "warnings_as_errors": [],
}
