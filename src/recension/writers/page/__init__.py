"""The dossier page: what each of its parts shows, and the templates that write it."""
