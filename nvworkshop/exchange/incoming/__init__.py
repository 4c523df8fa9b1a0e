"""Workbooks and text tables from outside, read in a child process: `reader.read_book`.

This file stays empty, because the child process imports it too.
"""
