import sqlite3

from .server import KEY, SECRET, until


def test_kill_9_loses_no_order_and_no_webhook(process, receiver):
    client = process.client
    order = client.order.create({"amount": 50_000, "currency": "INR"})
    receiver.answers += [500, 500, 500]
    payment = process.sim("pay", order=order["id"])["payment"]
    until(lambda: receiver.arrivals)
    process.kill()
    process.start()
    again = process.client_of(KEY, SECRET)
    assert again.order.fetch(order["id"])["status"] == "paid"
    assert again.payment.fetch(payment["id"])["status"] == "captured"
    until(lambda: process.get("status")["undelivered"] == 0)
    until(lambda: any(b'"order.paid"' in arrival.body for arrival in receiver.arrivals), "order.paid arriving")
    assert process.get("invariant")["holds"]
    assert process.get("merchants")["merchants"][0]["webhooks"][0]["url"] == receiver.url


def test_the_process_stays_small(process):
    for _ in range(20):
        process.client.order.create({"amount": 50_000, "currency": "INR"})
    assert process.memory_mb() <= 45


def test_it_ends_when_asked_and_does_not_run_in_production(process):
    process.process.terminate()
    assert process.process.wait(timeout=5) == 0
    assert process.run_once({"HAAT_ENV": "production"}) == 2


def test_a_bug_in_the_background_ends_it_loudly(process, tmp_path):
    with sqlite3.connect(tmp_path / "simulator.sqlite3") as db:
        db.execute("INSERT INTO jobs (due_at, kind, entity) VALUES (0, 'unheard.of', 'x')")
    db.close()
    assert process.process.wait(timeout=5) == 1
