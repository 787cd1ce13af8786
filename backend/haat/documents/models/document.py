"""Documents as they were issued. Never changed: what was wrong is put right by a credit note."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from haat.core.models import InsertOnly


class Document(InsertOnly):
    """The figures are columns, so that the database can add them up; `content` has everything that is printed."""

    class Kind(models.TextChoices):
        TAX_INVOICE = "tax_invoice", _("Tax invoice")
        BILL_OF_SUPPLY = "bill_of_supply", _("Bill of supply")  # of who may not charge tax
        CREDIT_NOTE = "credit_note", _("Credit note")
        COMMISSION_INVOICE = "commission_invoice", _("Commission invoice")
        COMMISSION_CREDIT_NOTE = "commission_credit_note", _("Commission credit note")
        PAYOUT_STATEMENT = "payout_statement", _("Payout statement")

    key = models.CharField(max_length=120, unique=True)  # the fact that it stands for
    kind = models.CharField(max_length=24, choices=Kind.choices)
    series = models.ForeignKey("documents.Series", on_delete=models.PROTECT, related_name="documents")
    serial = models.PositiveIntegerField()
    number = models.CharField(max_length=16)
    supplier_key = models.CharField(max_length=48)
    year = models.PositiveSmallIntegerField()
    issued_at = models.DateTimeField()
    issued_on = models.DateField()  # in the brand's own time
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, null=True, related_name="+")
    order = models.ForeignKey("orders.Order", on_delete=models.PROTECT, null=True, related_name="+")
    part = models.ForeignKey("orders.SellerOrder", on_delete=models.PROTECT, null=True, related_name="+")
    original = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="credits")
    period = models.DateField(null=True)  # first day of the month that it accounts for
    country = models.CharField(max_length=2)
    currency = models.CharField(max_length=3)
    taxable_minor = models.BigIntegerField()
    cgst_minor = models.BigIntegerField(default=0)
    sgst_minor = models.BigIntegerField(default=0)
    igst_minor = models.BigIntegerField(default=0)
    vat_minor = models.BigIntegerField(default=0)
    rounding_minor = models.BigIntegerField(default=0)  # the odd paisa that two equal halves leave over
    total_minor = models.BigIntegerField()
    content: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField()
    content_hash = models.CharField(max_length=64)

    class Meta:
        indexes = [
            models.Index(fields=["-issued_at", "-id"], name="documents_document_newest"),
            models.Index(fields=["seller", "-issued_at"], name="documents_document_seller"),
            models.Index(fields=["order"], name="documents_document_order"),
            models.Index(fields=["part", "kind"], name="documents_document_part"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["series", "serial"], name="documents_document_serial"),
            models.UniqueConstraint(fields=["supplier_key", "number"], name="documents_document_number"),
            models.CheckConstraint(
                name="documents_document_letters", condition=Q(number__regex=r"^[A-Z0-9/-]{1,16}$", serial__gte=1)
            ),
            models.CheckConstraint(
                name="documents_document_adds_up",
                condition=Q(
                    total_minor=F("taxable_minor")
                    + F("cgst_minor")
                    + F("sgst_minor")
                    + F("igst_minor")
                    + F("vat_minor")
                    + F("rounding_minor")
                ),
            ),
            models.CheckConstraint(name="documents_document_halves", condition=Q(cgst_minor=F("sgst_minor"))),
            models.CheckConstraint(
                name="documents_document_credits_what",
                condition=Q(kind__in=["credit_note", "commission_credit_note"], original__isnull=False)
                | (~Q(kind__in=["credit_note", "commission_credit_note"]) & Q(original=None)),
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def tax_minor(self) -> int:
        return self.cgst_minor + self.sgst_minor + self.igst_minor + self.vat_minor
