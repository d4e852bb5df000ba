"""The organs that a text names, and the words around them."""
