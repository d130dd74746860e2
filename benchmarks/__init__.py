"""Measurements: speed against named baselines, memory, growth, and accuracy. No test of the product stands here."""
