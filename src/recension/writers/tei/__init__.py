"""The dossier as a critical apparatus in TEI P5: witnesses, their texts, derivations, and an entry for each fact."""

from recension.writers.tei.document import render_tei

__all__ = ["render_tei"]
