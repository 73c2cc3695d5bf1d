"""Makes the packaged models; one command a model. Run by hand, needs PyTorch."""
