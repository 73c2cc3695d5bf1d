"""Trains the network that finds the words by which two sentences contradict each other."""
