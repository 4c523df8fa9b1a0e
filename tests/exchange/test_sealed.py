"""A copy with a password that would take all the computer's strength to open is refused at once."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from nvworkshop.errors import PlanFileError
from nvworkshop.exchange.sealed import read_sealed
from tests.faults.whole import is_plain_swedish

_HEADER = "age-encryption.org/v1\n{}\n9ZzFEJ3lgN/oXl0wJH2hVfJc7xkVq6kZ3e3b4v1d2aE\n--- {}\n"
_SALT = "lyOV1nBZvq3ho6HKhXLmgg"
_GREASE = f"-> x\n\n-> scrypt {_SALT} 23"


@pytest.mark.parametrize("stanza", [*(f"-> scrypt {_SALT} {n}" for n in (21, 23, 63)), _GREASE])
def test_work_without_end_is_not_begun(tmp_path: Path, stanza: str) -> None:
    place = tmp_path / "kopia.age"
    place.write_bytes(_HEADER.format(stanza, "A" * 43).encode() + bytes(32))
    began = time.process_time()
    with pytest.raises(PlanFileError) as told:
        read_sealed(place, "rätt lösen")
    assert time.process_time() - began < 1
    assert is_plain_swedish(told.value.sentence)
