"""Resolution over the whole corpus: one person behind many spellings, one event behind many reports."""
