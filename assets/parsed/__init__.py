"""Parsed: opens whatever format a file has and finds the articles in it, without the page around them."""
