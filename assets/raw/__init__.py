"""Raw: what lies in the landing places, which of it is new, and its bytes."""
