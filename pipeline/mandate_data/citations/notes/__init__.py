"""Footnotes, what stands in them, and what `ibid.` and `supra` in them mean."""
