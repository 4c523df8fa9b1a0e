"""Sentences that are said in one place and taken back in another."""

from __future__ import annotations

from nvworkshop.language import marked

WRITTEN_AGAIN = marked("Planfilen låg inte kvar i mappen. Den är skriven igen.")
