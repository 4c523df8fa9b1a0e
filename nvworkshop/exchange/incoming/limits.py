"""How large anything in a workbook or a text table from outside may be.

A ratio of packing is not judged: what is unpacked is counted byte by byte instead.
"""

from __future__ import annotations

MIB = 1 << 20

MAX_FILE = 20 * MIB
"""Bytes in a file."""

MAX_UNPACKED = 120 * MIB
"""Bytes that a workbook's parts may hold in all. 5,000 actions with every sheet take about 60."""

MAX_PARTS = 1_000
"""Parts of a workbook: sheets, pictures, comments."""

MAX_SHEETS = 100

MAX_ROWS = 100_000
"""Rows of a sheet that are read; what stands below is told of.

Twenty measures of a whole country's kommuner over ten years, of women and men, are about as many.
"""

MAX_COLUMNS = 200
"""Columns of a sheet that are read; what stands to the right is told of."""

MAX_CELLS = 2_000_000
"""Filled cells in a file."""

MAX_LETTERS = 60_000_000
"""Letters in a file's cells, each cell counted."""

MAX_MERGED = 20_000
"""Merged areas in a sheet."""

ADDRESS_SPACE = 1536 * MIB
"""Bytes the child may use."""
