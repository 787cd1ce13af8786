"""What other apps ask about tax."""

from haat.tax.rules import NoRate, Rate, Tax, gst_rate, inside, service_rate, withheld

__all__ = ["NoRate", "Rate", "Tax", "gst_rate", "inside", "service_rate", "withheld"]
