"""Registers of countries, places, organisations, press and officials: data with its loader."""
