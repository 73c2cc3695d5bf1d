"""Language without records: what stands in a text, as spans and values."""
