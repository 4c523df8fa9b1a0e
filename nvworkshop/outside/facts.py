"""What a file looks like, in sentences; a child process has no use for them."""

from __future__ import annotations

from nvworkshop.language import marked

FACTS = {
    "excel": marked("Den ser ut som en Excelfil."),
    "word": marked("Den ser ut som en Wordfil."),
    "powerpoint": marked("Den ser ut som en PowerPointfil."),
    "old_office": marked("Den ser ut som en äldre eller lösenordsskyddad Excel- eller Wordfil."),
    "archive": marked("Den ser ut som ett packat arkiv, till exempel en zip-fil."),
    "pdf": marked("Den ser ut som en PDF."),
    "image": marked("Den ser ut som en bild."),
    "web": marked("Den ser ut som en webbsida."),
    "text": marked("Den ser ut som en textfil."),
}
"""A sentence for each thing a file can look like."""
