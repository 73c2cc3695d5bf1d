"""The stemma for people and for other programs: drawn on the page, and exported."""
