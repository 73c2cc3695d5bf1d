"""Measures what Recension can do: one module an ability, each with `measure() -> dict[figure, value]`."""
