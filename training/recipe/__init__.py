"""How the shipped embedding model is made. See ../README.md."""
