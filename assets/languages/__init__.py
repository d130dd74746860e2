"""Language packs: all that the system knows of a language, one readable TOML file each, and their loader."""
