"""Reuse in an archive: which passages of any two articles are the same, word for word or nearly."""
