"""The dossier as one self-contained page, for a browser or a printer."""

from base64 import b64encode
from hashlib import sha256

from recension.records import Dossier


def render_html(dossier: Dossier) -> str:
    """The dossier as an HTML document that loads nothing and runs no script but its own.

    Every text from an article is escaped, and a Content-Security-Policy names the page's one script and one
    style sheet by their hashes, so that a browser would refuse any other.
    """
    # Jinja takes longer to load than the rest of the command line: only who asks for the page waits for it.
    from recension.writers.page.stories import make_page
    from recension.writers.page.templates import load_part, load_template

    style, script = load_part("page.css"), load_part("page.js")
    page = make_page(dossier)
    return load_template("page.html.jinja").render(
        page=page, style=style, script=script, policy=make_policy(style, script)
    )


def make_policy(style: str, script: str) -> str:
    """The Content-Security-Policy of a page that has this style sheet and this script, and nothing else."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return f"sha256-{b64encode(sha256(content.encode('utf-8')).digest()).decode('ascii')}"
