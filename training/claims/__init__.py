"""How the model of claims is trained: pairs of a claim and a statement, and sentence vectors."""
