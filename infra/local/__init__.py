"""Runs the whole of Haat on one machine: services, setup, processes. Started by `./haat`."""
