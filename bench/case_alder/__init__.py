"""A whole case against its gold: made of a folder, asked part by part, in the scorer's terms."""
