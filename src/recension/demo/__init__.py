"""A fictional story, a ferry accident off Croatia as nine outlets report it, for `recension demo`."""
