"""Speed, memory and growth: run by hand, everything that is compared measured side by side in one run."""
