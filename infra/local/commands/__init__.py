"""One module a command of `./haat`."""
