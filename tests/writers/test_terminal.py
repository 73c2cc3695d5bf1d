"""The summary for the terminal."""

import pytest

from recension.records import Dossier
from recension.writers.terminal import print_summary


def test_the_summary_fits_what_matters(dossier: Dossier, capsys: pytest.CaptureFixture[str]) -> None:
    """Figures, derivation with lost originals and second parents, conflicts with who says what, the rest named."""
    print_summary(dossier)
    printed = capsys.readouterr().out
    assert "6 reports · 3 independent lines · 3 root sources · 2 conflicts · 1 update" in printed
    assert "Meridian Wire (lost)" in printed
    assert "The Ledger 50% + Vale Observer 30%" in printed
    assert "“8 million euros” Vale Observer" in printed
    assert "Not part of a shared story: Orrby Post" in printed


def test_what_articles_contain_is_not_markup(dossier: Dossier, capsys: pytest.CaptureFixture[str]) -> None:
    """Brackets of a hostile name are printed, control characters are not."""
    print_summary(dossier)
    printed = capsys.readouterr().out
    assert "<b>Evil</b>" in printed
    assert "\u202e" not in printed
    assert "\x1b" not in printed
