"""Reading one document: from its text to mentions, people, reports, mandates, attributions and quotes."""
