"""The shape of a language pack: one pydantic model a section, put together in `pack`."""
