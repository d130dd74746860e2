"""Names of officials as eight languages write them, and what other matchers make of them."""
