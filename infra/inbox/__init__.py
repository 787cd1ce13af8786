"""The development inbox: receives the mail and SMS that Haat sends on this machine, and shows them."""
