"""Excel and other formats that others work in.

openpyxl takes lxml when it is there, as it is for Word: another writer, with other bytes. It is
asked for its own everywhere, which reads hostile files through defusedxml.
"""

import os

os.environ["OPENPYXL_LXML"] = "False"
