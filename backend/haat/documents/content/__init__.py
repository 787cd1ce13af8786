"""What stands on a document, as data: put together once, when it is issued, and then frozen."""
