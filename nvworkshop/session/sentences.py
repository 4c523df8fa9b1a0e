"""Sentences that are said in one place and taken back in another."""

from __future__ import annotations

WRITTEN_AGAIN = "Planfilen låg inte kvar i mappen. Den är skriven igen."
