"""Sentences that are said in one place and taken back in another."""

from __future__ import annotations

from nvworkshop.language import marked

PUT_BACK = marked(
    "Planfilen hade bytts mot en äldre. Det som saknades i den skrivs in igen. "
    "Vill du tillbaka till det äldre: välj Säkerhetskopior i menyn."
)
"""An older copy of the plan lay in its file's place, and is joined with ours as any other."""

WRITTEN_AGAIN = marked("Planfilen låg inte kvar i mappen. Den är skriven igen.")
