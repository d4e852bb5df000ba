"""Validate: tables become findings. Contract, meaning (Pandera), evidence, safeguarding.

own_package.py validates our own packages, foreign_package.py those of anybody else, by the standard.
"""
