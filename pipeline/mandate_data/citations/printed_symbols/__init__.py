"""Symbols printed in text: told from codes of other things, with addenda and papers listed behind them."""
