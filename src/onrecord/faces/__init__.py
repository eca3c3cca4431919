"""The ways in: each parses, asks the case, and renders. They do not speak to each other."""
