"""Every command: where it is and what it does in a sentence, without importing any of them.

A test holds the sentences equal to the commands' own.
"""

from __future__ import annotations

from nvworkshop.language import marked

TABLE: dict[str, tuple[str, str]] = {
    "demo": (
        "demo",
        marked("Visa huvuduppgiften på exempelplanerna: slå samman, rädda, avgör och skriv Excel."),
    ),
    "new": ("editing", marked("Gör en ny plan: lokal för en länsdel, eller övergripande.")),
    "add": ("editing", marked("Lägg till en åtgärd, ett förslag eller något annat.")),
    "set": ("editing", marked("Ändra fält.")),
    "remove": ("editing", marked("Ta bort något.")),
    "restore": ("editing", marked("Ta tillbaka något som är borttaget.")),
    "erase": (
        "editing",
        marked(
            "Radera ett fälts värden för gott, också i historiken och i kopior som slås samman."
        ),
    ),
    "purge": (
        "purging",
        marked("Gallra: radera namn eller en workshops logg för gott."),
    ),
    "copy": (
        "carrying",
        marked(
            "Skriv en kopia att dela: utan det andra inte behöver se, och med lösenord om du vill."
        ),
    ),
    "unlock": (
        "carrying",
        marked("Lås upp en kopia med lösenord: planen i den skrivs som en vanlig planfil."),
    ),
    "privacy": (
        "carrying",
        marked(
            "Visa vad som finns i filen: namn, anteckningar och annat den som får filen också får."
        ),
    ),
    "show": (
        "showing",
        marked("Visa vad en plan innehåller: antal, eller allt av ett slag med alla fält."),
    ),
    "search": ("showing", marked("Sök i alla texter: det som har ord som börjar så, bäst först.")),
    "strategy": (
        "showing",
        marked("Visa strategin: målbild, riktningsförändringar, förutsättningar, länsdelar."),
    ),
    "history": ("reviewing", marked("Visa vem som ändrat vad, när, före och efter.")),
    "conflicts": (
        "reviewing",
        marked("Visa öppna konflikter: alla värden, vem, när och på vilken dator."),
    ),
    "duplicates": (
        "reviewing",
        marked("Föreslå åtgärder som verkar vara samma sak, säkrast först."),
    ),
    "standing": (
        "standing",
        marked(
            "Visa läget: i tid, försenat, utan ansvarig, indikatorer, och vad som har "
            "hänt sedan sist."
        ),
    ),
    "overall": (
        "overall",
        marked(
            "Visa den övergripande planen: per riktning, huvudman och beslut, och läget "
            "i hela länet."
        ),
    ),
    "merge": ("merging", marked("Slå samman planfiler (eller mappar med sådana) i en annan plan.")),
    "sources": (
        "receipts",
        marked("Visa vilka planer som är sammanslagna: vems, hur gamla, och vad de gav senast."),
    ),
    "news": (
        "receipts",
        marked("Visa vad den senaste sammanslagningen förde med sig, eller den med det kvittot."),
    ),
    "receipts": (
        "receipts",
        marked("Visa kvittona på sammanslagningar, eller ett av dem med filer, antal och beslut."),
    ),
    "undo-merge": (
        "merging",
        marked("Ta tillbaka en hel sammanslagning: den senaste, eller den med det kvittot."),
    ),
    "resolve": ("merging", marked("Avgör en konflikt.")),
    "resolve-all": (
        "deciding",
        marked("Avgör alla konflikter som en regel kan avgöra, i ett steg."),
    ),
    "leave": (
        "deciding",
        marked("Lämna en konflikt till länsdelen: den är öppen, men väntar på svar därifrån."),
    ),
    "join": ("merging", marked("Samla åtgärder i en gemensam åtgärd.")),
    "split": ("merging", marked("Ta ut åtgärder ur en gemensam åtgärd, alla om ingen anges.")),
    "distinct": (
        "merging",
        marked("Kom ihåg att två åtgärder är olika saker: de föreslås inte igen."),
    ),
    "handback": (
        "handing_back",
        marked(
            "Skriv filen en länsdel får tillbaka: sin plan, gemensamma åtgärder och egna "
            "konflikter."
        ),
    ),
    "own": (
        "own_plan",
        marked(
            "Gör en huvudmans egen plan ur en annan plan, eller visa vad en egen plan har att göra."
        ),
    ),
    "share": (
        "own_plan",
        marked("Lämna till den övergripande planen: det som delas ur en huvudmans egen plan."),
    ),
    "export": (
        "files",
        marked("Skriv planen som Excel, CSV, JSON, Word, PDF, webbsida eller Markdown."),
    ),
    "fingerprint": (
        "points",
        marked("Visa planens fingeravtryck: samma kod betyder samma innehåll."),
    ),
    "freeze": ("points", marked("Frys planen som den är nu till en version.")),
    "thaw": ("points", marked("Ta tillbaka en fryst version.")),
    "versions": ("points", marked("Visa planens frusna versioner, nyast först.")),
    "compare": (
        "points",
        marked(
            "Jämför två tidpunkter: datum, versioner, före och efter en sammanslagning, eller nu."
        ),
    ),
    "anchoring": (
        "anchoring",
        marked("Visa förankringen: vem som har fått planen, svarat och beslutat."),
    ),
    "followup": (
        "following",
        marked("Visa vad som är kvar att följa upp, eller skriv en uppföljning av en åtgärd."),
    ),
    "assignments": (
        "year",
        marked("Visa uppdragen per organ: när de ska redovisas, och vad som har redovisats."),
    ),
    "calendar": (
        "year",
        marked(
            "Skriv årshjulet som en kalenderfil (.ics): möten, uppföljningar, uppdrag "
            "och remissvar."
        ),
    ),
    "paper": (
        "paper",
        marked(
            "Skriv ut till en workshop som PDF: dagordning, arbetsblad, förslagskort "
            "eller röstblad."
        ),
    ),
    "indicators": (
        "indicators",
        marked("Visa planens indikatorer: värdet nu, målet och om de är på väg."),
    ),
    "import": (
        "importing",
        marked(
            "Hämta in en ändrad arbetsbok ur planen, en egen lista eller mätvärden (Excel, CSV)."
        ),
    ),
    "check": ("files", marked("Kontrollera en planfil: varje ändring mot sin kontrollsumma.")),
    "salvage": ("files", marked("Rädda det som går ur en skadad planfil till en ny.")),
}
"""Name on the command line → module in this package, and what it does."""
