"""What most tests do first: an order, a payment, a seller who may be paid."""

import itertools

emails = itertools.count(1)


class Steps:
    def __init__(self, simulator):
        self.simulator = simulator
        self.client = simulator.client

    def order(self, amount=100_000, **more):
        return self.client.order.create({"amount": amount, "currency": "INR", **more})

    def pay(self, order, outcome="success", method="upi"):
        return self.simulator.sim("pay", order=order["id"], outcome=outcome, method=method)["payment"]

    def paid(self, amount=100_000, **more):
        order = self.order(amount, **more)
        return order, self.pay(order)

    def account(self, client=None, **more):
        profile = {"category": "ecommerce", "subcategory": "fashion_and_lifestyle"}
        body = {
            "email": f"seller{next(emails)}@example.com",
            "phone": "9000090000",
            "type": "route",
            "legal_business_name": "Meera Traders",
            "business_type": "proprietorship",
            "profile": profile,
            **more,
        }
        return (client or self.client).account.create(body)

    def product(self, account, number="123456789012", ifsc="HDFC0000123", client=None):
        client = client or self.client
        client.stakeholder.create(account["id"], {"name": "Meera Shah", "kyc": {"pan": "ABCPM1234A"}})
        asked = {"product_name": "route", "tnc_accepted": True}
        product = client.product.requestProductConfiguration(account["id"], asked)
        bank = {"account_number": number, "ifsc_code": ifsc, "beneficiary_name": "Meera Shah"}
        return client.product.edit(account["id"], product["id"], {"settlements": bank, "tnc_accepted": True})

    def seller(self):
        """The id of a linked account that is activated."""
        account = self.account()
        self.product(account)
        self.simulator.idle()
        return account["id"]

    def transfer_to(self, account, amount, **more):
        return {"account": account, "amount": amount, "currency": "INR", **more}
