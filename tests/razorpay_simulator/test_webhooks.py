import json

from .server import HOOK_SECRET, until


def names(receiver):
    return [json.loads(arrival.body)["event"] for arrival in receiver.arrivals]


def test_a_refused_webhook_is_tried_again_under_its_id(simulator, steps, receiver):
    receiver.answers += [500, 503]
    steps.pay(steps.order(), "fail")
    until(lambda: len(receiver.arrivals) == 3)
    assert {arrival.event_id for arrival in receiver.arrivals} == {receiver.arrivals[0].event_id}
    assert len({arrival.body for arrival in receiver.arrivals}) == 1
    simulator.idle()
    delivery = simulator.get("deliveries")["deliveries"][0]
    assert (delivery["state"], delivery["attempts"], delivery["last_status"]) == ("delivered", 3, 200)


def test_a_day_of_failure_switches_the_webhook_off(simulator, steps, receiver):
    receiver.answers += [500] * 50
    steps.pay(steps.order(), "fail")
    until(lambda: receiver.arrivals)
    simulator.sim("clock", advance_seconds=24 * 3600 + 1)
    until(lambda: simulator.get("deliveries")["deliveries"][0]["state"] == "failed")
    assert simulator.get("merchants")["merchants"][0]["webhooks"][0]["active"] is False
    before = len(receiver.arrivals)
    steps.pay(steps.order(), "fail")
    simulator.idle()
    assert len(receiver.arrivals) == before


def test_events_come_twice_late_or_never_when_asked(simulator, steps, receiver):
    simulator.sim("webhooks", duplicate=1)
    steps.pay(steps.order(), "fail")
    simulator.idle()
    assert len(receiver.arrivals) == 2
    assert receiver.arrivals[0].event_id == receiver.arrivals[1].event_id
    simulator.sim("webhooks", duplicate=0, drop=1)
    steps.pay(steps.order(), "fail")
    simulator.sim("webhooks", delay=3600)
    steps.pay(steps.order(), "fail")
    simulator.idle()
    assert len(receiver.arrivals) == 2
    assert simulator.get("status")["undelivered"] == 1
    simulator.sim("webhooks/flush")
    until(lambda: len(receiver.arrivals) == 3)


def test_captured_may_come_before_authorized(simulator, steps, receiver):
    simulator.sim("webhooks", reorder=3)
    steps.paid()
    until(lambda: len(receiver.arrivals) == 3)
    assert names(receiver) == ["order.paid", "payment.captured", "payment.authorized"]


def test_a_pause_keeps_everything_for_later(simulator, steps, receiver):
    simulator.sim("webhooks", paused=True)
    steps.paid()
    assert receiver.arrivals == []
    simulator.sim("webhooks", paused=False)
    until(lambda: len(receiver.arrivals) == 3)


def test_a_forged_and_a_broken_delivery_come_before_the_real_one(simulator, client, steps, receiver):
    simulator.sim("webhooks", wrong_secret=1)
    receiver.answers += [400, 400]
    steps.pay(steps.order(), "fail")
    until(lambda: len(receiver.arrivals) == 1)
    simulator.sim("webhooks", garbage=1)
    until(lambda: len(receiver.arrivals) == 3)
    forged, _broken, real = receiver.arrivals
    assert forged.headers["x-razorpay-signature"] != real.headers["x-razorpay-signature"]
    client.utility.verify_webhook_signature(real.body.decode(), real.headers["x-razorpay-signature"], HOOK_SECRET)


def test_events_can_be_sent_again_shuffled(simulator, steps, receiver):
    steps.paid()
    simulator.idle()
    assert simulator.sim("deliveries/redeliver", times=2, shuffle=True) == {"queued": 6}
    until(lambda: len(receiver.arrivals) == 9)
    assert len({arrival.event_id for arrival in receiver.arrivals}) == 3
    once = simulator.sim("deliveries/redeliver", event="order.paid")
    assert once == {"queued": 1}


def test_a_merchant_may_listen_in_several_places_for_what_it_wants(simulator, client, steps, receiver):
    asked = {"url": receiver.url + "/second", "secret": "other", "events": ["order.paid"]}
    hook = client.webhook.create(asked)
    steps.paid()
    simulator.idle()
    second = [arrival for arrival in receiver.arrivals if arrival.path.endswith("/second")]
    assert [json.loads(arrival.body)["event"] for arrival in second] == ["order.paid"]
    client.webhook.edit(hook["id"], None, {"active": False})
    assert [one["active"] for one in client.webhook.all()["items"]] == [False, True]


def test_retries_keep_the_secret_of_their_time(simulator, client, steps, receiver):
    simulator.sim("webhooks", paused=True)
    steps.pay(steps.order(), "fail")
    hook = simulator.get("merchants")["merchants"][0]["webhooks"][0]
    client.webhook.edit(hook["id"], None, {"url": hook["url"], "secret": "new-secret"})
    steps.pay(steps.order(), "fail")
    simulator.sim("webhooks", paused=False)
    until(lambda: len(receiver.arrivals) == 2)
    for arrival, secret in zip(receiver.arrivals, (HOOK_SECRET, "new-secret"), strict=True):
        client.utility.verify_webhook_signature(arrival.body.decode(), arrival.headers["x-razorpay-signature"], secret)
