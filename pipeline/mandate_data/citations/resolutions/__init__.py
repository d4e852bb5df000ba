"""Resolutions and decisions named by number: the forms of numbers, lists, tables, and the organ that adopted them."""
