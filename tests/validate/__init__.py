"""Tests of validation: a package, so that its fixtures stand beside those of all tests."""
