"""How the shipped weights were made; never shipped with the package nor imported by it."""
