"""The page, paragraph or article that is cited: after a reference or before it."""
