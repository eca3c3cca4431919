"""The trained reader's inference: text in pieces, the network, and what its figures decode to.

Nothing here trains, and nothing here knows what a statement means: it gives spans with figures.
"""
