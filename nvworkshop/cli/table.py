"""Every command: where it is and what it does in a sentence, without importing any of them.

A test holds the sentences equal to the commands' own.
"""

from __future__ import annotations

TABLE: dict[str, tuple[str, str]] = {
    "demo": (
        "demo",
        "Visa huvuduppgiften på exempelplanerna: slå samman, rädda, avgör och skriv Excel.",
    ),
    "new": ("editing", "Gör en ny plan: lokal för en länsdel, eller övergripande."),
    "add": ("editing", "Lägg till en åtgärd, ett förslag eller något annat."),
    "set": ("editing", "Ändra fält."),
    "remove": ("editing", "Ta bort något."),
    "restore": ("editing", "Ta tillbaka något som är borttaget."),
    "erase": (
        "editing",
        "Radera ett fälts värden för gott, också i historiken och i kopior som slås samman.",
    ),
    "purge": (
        "purging",
        "Gallra: radera namn eller en workshops logg för gott.",
    ),
    "copy": (
        "carrying",
        "Skriv en kopia att dela: utan det andra inte behöver se, och med lösenord om du vill.",
    ),
    "unlock": (
        "carrying",
        "Lås upp en kopia med lösenord: planen i den skrivs som en vanlig planfil.",
    ),
    "privacy": (
        "carrying",
        "Visa vad som finns i filen: namn, anteckningar och annat den som får filen också får.",
    ),
    "show": (
        "showing",
        "Visa vad en plan innehåller: antal, eller allt av ett slag med alla fält.",
    ),
    "search": ("showing", "Sök i alla texter: det som har ord som börjar så, bäst först."),
    "strategy": (
        "showing",
        "Visa strategin: målbild, riktningsförändringar, förutsättningar, länsdelar.",
    ),
    "history": ("reviewing", "Visa vem som ändrat vad, när, före och efter."),
    "conflicts": ("reviewing", "Visa öppna konflikter: alla värden, vem, när och på vilken dator."),
    "duplicates": ("reviewing", "Föreslå åtgärder som verkar vara samma sak, säkrast först."),
    "standing": (
        "standing",
        "Visa läget: i tid, försenat, utan ansvarig, indikatorer, och vad som har hänt sedan sist.",
    ),
    "overall": (
        "overall",
        "Visa den övergripande planen: per riktning, huvudman och beslut, och läget i hela länet.",
    ),
    "merge": ("merging", "Slå samman planfiler (eller mappar med sådana) i en annan plan."),
    "sources": (
        "receipts",
        "Visa vilka planer som är sammanslagna: vems, hur gamla, och vad de gav senast.",
    ),
    "news": (
        "receipts",
        "Visa vad den senaste sammanslagningen förde med sig, eller den med det kvittot.",
    ),
    "receipts": (
        "receipts",
        "Visa kvittona på sammanslagningar, eller ett av dem med filer, antal och beslut.",
    ),
    "undo-merge": (
        "merging",
        "Ta tillbaka en hel sammanslagning: den senaste, eller den med det kvittot.",
    ),
    "resolve": ("merging", "Avgör en konflikt."),
    "resolve-all": (
        "deciding",
        "Avgör alla konflikter som en regel kan avgöra, i ett steg.",
    ),
    "leave": (
        "deciding",
        "Lämna en konflikt till länsdelen: den är öppen, men väntar på svar därifrån.",
    ),
    "join": ("merging", "Samla åtgärder i en gemensam åtgärd."),
    "split": ("merging", "Ta ut åtgärder ur en gemensam åtgärd, alla om ingen anges."),
    "distinct": ("merging", "Kom ihåg att två åtgärder är olika saker: de föreslås inte igen."),
    "handback": (
        "merging",
        "Skriv filen en länsdel får tillbaka: sin plan, gemensamma åtgärder och egna konflikter.",
    ),
    "own": (
        "own_plan",
        "Gör en huvudmans egen plan ur en annan plan, eller visa vad en egen plan har att göra.",
    ),
    "share": (
        "own_plan",
        "Lämna till den övergripande planen: det som delas ur en huvudmans egen plan.",
    ),
    "export": ("files", "Skriv planen som Excel, CSV, JSON, Word, PDF, webbsida eller Markdown."),
    "fingerprint": (
        "points",
        "Visa planens fingeravtryck: samma kod betyder samma innehåll.",
    ),
    "freeze": ("points", "Frys planen som den är nu till en version."),
    "thaw": ("points", "Ta tillbaka en fryst version."),
    "versions": ("points", "Visa planens frusna versioner, nyast först."),
    "compare": (
        "points",
        "Jämför två tidpunkter: datum, versioner, före och efter en sammanslagning, eller nu.",
    ),
    "anchoring": (
        "anchoring",
        "Visa förankringen: vem som har fått planen, svarat och beslutat.",
    ),
    "followup": (
        "following",
        "Visa vad som är kvar att följa upp, eller skriv en uppföljning av en åtgärd.",
    ),
    "assignments": (
        "year",
        "Visa uppdragen per organ: när de ska redovisas, och vad som har redovisats.",
    ),
    "calendar": (
        "year",
        "Skriv årshjulet som en kalenderfil (.ics): möten, uppföljningar, uppdrag och remissvar.",
    ),
    "paper": (
        "paper",
        "Skriv ut till en workshop som PDF: dagordning, arbetsblad, förslagskort eller röstblad.",
    ),
    "indicators": (
        "indicators",
        "Visa planens indikatorer: värdet nu, målet och om de är på väg.",
    ),
    "import": (
        "importing",
        "Hämta in en ändrad arbetsbok ur planen, en egen lista eller mätvärden (Excel, CSV).",
    ),
    "check": ("files", "Kontrollera en planfil: varje ändring mot sin kontrollsumma."),
    "salvage": ("files", "Rädda det som går ur en skadad planfil till en ny."),
}
"""Name on the command line → module in this package, and what it does."""
