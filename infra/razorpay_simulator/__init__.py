"""A durable stand-in for Razorpay that the official SDK talks to over HTTP. See docs/razorpay-simulator.md."""
