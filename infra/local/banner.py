"""What a person needs first: addresses, and who to log in as."""

from typing import Any

from infra.local.environment import Setting


def text(setting: Setting, status: dict[str, Any]) -> str:
    rows = [("Platform", status["platform"]["url"]), ("Platform portal", setting.url(f"admin.{setting.platform}"))]
    for brand in status["brands"]:
        slug = brand["slug"]
        rows += [
            (f"{slug}: shop", brand["url"]),
            (f"{slug}: seller portal", setting.url(f"{slug}.seller.{setting.platform}")),
            (f"{slug}: admin portal", setting.url(f"{slug}.admin.{setting.platform}")),
        ]
    rows += [
        ("Inbox (codes, mail, SMS)", status["inbox"]),
        ("Authenticator without a phone", f"{status['inbox']}/authenticator"),
        ("Razorpay simulator", status["simulator"]),
    ]
    width = max(len(name) for name, _ in rows)
    lines = ["", "Haat is up.", "", *(f"  {name:<{width}}  {url}" for name, url in rows), ""]
    if status["logins"]:
        lines += ["Log in as (the code is in the inbox):", "", *_logins(status["logins"]), ""]
        lines += [
            "Admin portals ask staff for a second factor. At the first login choose the authenticator app, copy the key,",
            f"paste it at {status['inbox']}/authenticator and type the code that is shown there.",
            "",
        ]
    return "\n".join([*lines, "Stop with Ctrl-C, or ./haat down from another terminal."])


def _logins(logins: list[dict[str, str | None]]) -> list[str]:
    rows = [(login["role"] or "", login["brand"] or "platform", login["identifier"] or "") for login in logins]
    roles = max(len(role) for role, _, _ in rows)
    brands = max(len(brand) for _, brand, _ in rows)
    return [f"  {role:<{roles}}  {brand:<{brands}}  {identifier}" for role, brand, identifier in rows]
