"""Settings of brands' own domains."""

from config.environment import HAAT_PLATFORM_DOMAIN, env

# DNS over HTTPS that speaks JSON (application/dns-json), so that no resolver of the machine's network is believed.
HAAT_DNS_URL = env.str("HAAT_DNS_URL", default="https://cloudflare-dns.com/dns-query")
HAAT_EDGE_HOST = env.str("HAAT_EDGE_HOST", default=HAAT_PLATFORM_DOMAIN)  # where brands point their domains
