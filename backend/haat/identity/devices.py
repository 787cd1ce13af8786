"""What a person recognises a sign-in by: a device in a word or two, and a place that is not an address."""

from __future__ import annotations

import re
from ipaddress import IPv4Address, ip_address

BROWSERS = (("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"),
            ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))  # fmt: skip
SYSTEMS = (("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "Chromebook"),
           ("Mac OS X", "Mac"), ("Linux", "Linux"))  # fmt: skip
PRODUCT = re.compile(r"^([A-Za-z][\w.-]{1,30})/")


def device_name(user_agent: str) -> str:
    """“Chrome, Android”; the program's own name when it is no browser; empty when nothing was said."""
    browser = next((name for mark, name in BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in SYSTEMS if mark in user_agent), "")
    if browser or system:
        return ", ".join(name for name in (browser, system) if name)
    found = PRODUCT.match(user_agent)
    return found[1] if found else ""


def masked_address(address: str) -> str:
    """Enough of an IP address to tell home from elsewhere."""
    try:
        found = ip_address(address)
    except ValueError:
        return ""
    if isinstance(found, IPv4Address):
        return ".".join(str(found).split(".")[:2]) + ".•.•"
    return ":".join(found.exploded.split(":")[:2]) + ":…"
