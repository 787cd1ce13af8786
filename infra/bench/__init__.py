"""Measurements that are printed and never asserted: figures depend on the machine."""
