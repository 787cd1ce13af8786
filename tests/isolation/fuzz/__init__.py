"""Every operation of every OpenAPI document, with what its schema allows and with what it does not."""
