"""Second factors as people meet them: an app at the desk, a passkey in Chromium's own authenticator."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import authenticator, places, selling

if TYPE_CHECKING:
    from tests.e2e.windows import Window

    Opener = Callable[..., Window]

pytestmark = pytest.mark.e2e
FINANCE, OPERATIONS, CATALOGUE = "jignesh@rangoori.example", "kabir@rangoori.example", "devika@rangoori.example"


def device(page: Page) -> None:
    """A built-in authenticator that checks its user, as a laptop with a fingerprint reader has."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Sign out").first.click()
    expect(page.get_by_label("Mobile number or e-mail")).to_be_visible()


def test_a_passkey_made_at_the_desk_signs_in_at_the_desk_and_in_the_shop(window: Opener, stack: dict[str, Any]) -> None:
    """ASVS item 20: with a passkey no code is asked for, and none is enough without it."""
    desk = window("desktop", places.portal(stack, "admin"))
    page = desk.page
    device(page)
    desk.prove_address(FINANCE)
    page.get_by_role("button", name="Make a passkey").click()
    kept = page.get_by_role("button", name="I have kept them")
    expect(kept).to_be_visible()
    kept.click()
    expect(page.get_by_role("navigation", name="Main")).to_be_visible()
    sign_out(page)
    desk.shoot("login-passkey")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("navigation", name="Main")).to_be_visible()
    page.get_by_role("link", name="Security").first.click()
    expect(selling.region(page, "Passkeys")).to_contain_text("Chrome")
    desk.shoot("security-passkey")

    page.goto(f"{desk.origin.replace('.admin.', '.')}/login?next=/account")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("heading", level=1, name="Your account")).to_be_visible()


@pytest.mark.parametrize(("size", "person"), [("phone", OPERATIONS), ("desktop", CATALOGUE)])
def test_an_app_is_set_up_asked_for_and_kept_on_the_security_page(
    window: Opener, stack: dict[str, Any], size: str, person: str
) -> None:
    desk = window(size, places.portal(stack, "admin"))
    page = desk.page
    desk.sign_in_to_portal(person)
    desk.go("/security")
    expect(selling.region(page, "Authenticator apps").get_by_role("listitem")).to_contain_text("Authenticator app")
    assert desk.overflow() == 0
    desk.shoot("security")
    again = window(size, places.portal(stack, "admin"))
    again.sign_in_to_portal(person)


def test_moving_money_asks_again_and_goes_on_by_itself(window: Opener, stack: dict[str, Any]) -> None:
    """ASVS item 22: five minutes later the dialog opens, and the act is sent once more."""
    desk = window("desktop", places.portal(stack, "admin", places.NEIGHBOUR))
    page = desk.page
    person = places.login(stack, "admin", places.NEIGHBOUR)
    desk.sign_in_to_portal(person)
    refused = {"status": "error", "meta": {}, "error": {
        "code": "step_up_required", "message": "Confirm.", "details": {"methods": ["totp", "recovery_code"]},
    }}  # fmt: skip
    # Five minutes are too long to wait for: the first answer is the one that the server would give then.
    page.route("**/api/v1/admin/payout-runs", lambda route: route.fulfill(status=403, json=refused), times=1)
    selling.visit(page, "Payouts")
    page.get_by_role("button", name="Run payouts").click()
    page.get_by_role("alertdialog").or_(page.get_by_role("dialog")).get_by_role("button", name="Send the money").click()
    box = page.get_by_label("Code of your authenticator app")
    expect(box).to_be_visible()
    desk.shoot("step-up")
    box.fill(authenticator.code(stack, person))
    expect(page.get_by_text("The run is done")).to_be_visible()
    expect(page.get_by_role("alertdialog").or_(page.get_by_role("dialog"))).to_have_count(0)


@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_a_customer_sets_up_a_passkey_in_the_shop(window: Opener, stack: dict[str, Any], size: str) -> None:
    customer = window(size, places.shop(stack))
    page = customer.page
    device(page)
    customer.go("/login?next=/account/security")
    customer.shoot("shop-login")
    customer.sign_in_to_shop(f"passkey-{size}@example.com")
    customer.go("/account/security")
    customer.shoot("shop-security-empty")
    page.get_by_role("button", name="Make a passkey").click()
    expect(page.get_by_role("heading", name="Keep these recovery codes now")).to_be_visible()
    customer.shoot("shop-recovery-codes")
    page.get_by_role("link", name="I have kept them").click()
    expect(page.get_by_text("Added.")).to_be_visible()
    customer.shoot("shop-security")
    assert customer.overflow() == 0
    page.get_by_role("button", name="Add an app").click()
    expect(page.get_by_role("heading", name="Add an authenticator app")).to_be_visible()
    customer.shoot("shop-authenticator")
    assert customer.overflow() == 0
