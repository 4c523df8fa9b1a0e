"""Excel and other formats that others work in.

openpyxl takes lxml when it is there, as it is for Word: another writer, with other bytes. It is
asked for its own everywhere, which reads hostile files through defusedxml.

A cell of text may be as long as its file, which is bounded elsewhere. The limit is the whole
program's, and other libraries read text tables too: it is set once, and never lowered.
"""

import csv
import os

csv.field_size_limit(2**31 - 1)
os.environ["OPENPYXL_LXML"] = "False"
