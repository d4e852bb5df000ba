"""Validate: tables become findings. Contract (Frictionless), meaning (Pandera), evidence, safeguarding.

package.py validates our own packages, described.py those of anybody else.
"""
