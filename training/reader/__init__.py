"""Makes the packaged reader: the contextual encoder with its heads. See `train.py` for the command."""
