"""How the model of claims is trained: pairs of a claim and a statement, and sentence vectors."""

UNKNOWN = ""
"""Of a statement and a claim of its story: it is not known what the one does to the other."""
