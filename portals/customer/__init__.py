"""The storefront: pages rendered on the server from the customer API, and nothing else of Haat."""
