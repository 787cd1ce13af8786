import pytest

from infra.razorpay_simulator.magic import gstin_check_digit


def ask(simulator, what, **body):
    answer = simulator.raw("POST", f"/_verify/{what}", json=body)
    return answer.status_code, answer.json()


@pytest.mark.parametrize(
    ("pan", "status"),
    [("ABCPM1234A", "valid"), ("ABCPM1234X", "invalid"), ("ABCPM1234Y", "mismatch"), ("ABC", "invalid")],
)
def test_a_pan_is_judged_by_its_last_letter(simulator, pan, status):
    code, answer = ask(simulator, "pan", pan=pan, name="Meera Shah")
    assert (code, answer["status"], answer["pan"]) == (200, status, pan)
    expected = {"valid": "MEERA SHAH", "mismatch": "SOMEBODY ELSE", "invalid": None}
    assert answer["name"] == expected[status]


def test_a_gstin_needs_its_check_digit_and_follows_its_pan(simulator):
    for letter, status in (("A", "valid"), ("X", "invalid"), ("Y", "mismatch")):
        body = f"27ABCPM1234{letter}1Z"
        code, answer = ask(simulator, "gstin", gstin=body + gstin_check_digit(body), name="Meera Traders")
        assert (code, answer["status"]) == (200, status)
    assert gstin_check_digit("27AAPFU0939F1Z") == "V"
    assert ask(simulator, "gstin", gstin="27AAPFU0939F1ZW")[1]["status"] == "invalid"
    assert ask(simulator, "gstin", gstin="27AAPFU0939F1ZV")[1]["state_code"] == "27"


@pytest.mark.parametrize(
    ("number", "ifsc", "status"),
    [
        ("123456789012", "HDFC0000123", "valid"),
        ("000000000000", "HDFC0000123", "invalid"),
        ("111111111111", "HDFC0000123", "mismatch"),
        ("123456789012", "HDFC123", "invalid"),
        ("12", "HDFC0000123", "invalid"),
    ],
)
def test_bank_accounts_have_magic_numbers(simulator, number, ifsc, status):
    assert ask(simulator, "bank", account_number=number, ifsc=ifsc, name="Meera")[1]["status"] == status


def test_an_outage_is_a_503_and_a_wrong_key_a_401(simulator):
    assert ask(simulator, "pan", pan="ABCPM1234Z")[0] == 503
    assert ask(simulator, "bank", account_number="503503503503", ifsc="HDFC0000123")[0] == 503
    assert simulator.http.post(simulator.base + "/_verify/pan", json={"pan": "x"}, timeout=5).status_code == 401
    assert ask(simulator, "pan", name="x")[0] == 400
