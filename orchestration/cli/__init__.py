"""The command line `dragoman`."""
