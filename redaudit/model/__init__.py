"""Frozen values that pass between the five verbs.

Pages and lines count from 1, spans are half open, lengths are in points.
"""
