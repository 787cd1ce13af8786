"""What the provider tells of the payer is not kept where nothing can be erased."""

from haat.payments.services.webhooks import without_payer


def test_a_kept_message_names_no_payer() -> None:
    entity = {
        "id": "pay_1",
        "order_id": "order_1",
        "amount": 100,
        "email": "asha@example.com",
        "contact": "+9198",
        "card": {"name": "A"},
    }
    kept = without_payer(
        {
            "event": "payment.captured",
            "payload": {"payment": {"entity": entity | {"vpa": "asha@upi"}}},
            "list": [entity],
        }
    )
    assert "asha" not in str(kept)
    assert "+9198" not in str(kept)
    assert kept["payload"]["payment"]["entity"]["order_id"] == "order_1"
    assert kept["event"] == "payment.captured"
