"""Every kind of thing in a plan and every field it has: declared here, once.

The store's tables, the editor, the Excel columns, the import, the history texts and the merge all
read this. A new field is one line. Never rename or re-use a name: files in use hold it.
"""

from __future__ import annotations

from dataclasses import replace

from nvworkshop.model.choices import CHOICES
from nvworkshop.model.fields import Field, FieldType, Group, Kind

TEXT, LONG, CHOICE, REF = FieldType.TEXT, FieldType.LONG, FieldType.CHOICE, FieldType.REF
PERIOD, DATE, NUMBER, BOOL = FieldType.PERIOD, FieldType.DATE, FieldType.NUMBER, FieldType.BOOL
DATA = FieldType.DATA
WHAT, WHO, WHEN, EVIDENCE = Group.WHAT, Group.WHO, Group.WHEN, Group.EVIDENCE
NEEDS, STATE, LINKS = Group.NEEDS, Group.STATE, Group.LINKS

OF_PLAN = Field(
    "plan", "Plan", "Plan", REF, LINKS, of="plan", help="Planen raden hör till.", seldom=True
)

# A field is one line, so that a new one is.
# fmt: off
CORE = (
    Field("title", "Åtgärd", "Action", TEXT, WHAT, width=38, help="Börja med ett verb.", decision="Utan rubrik vet ingen vad beslutet gäller."),
    Field("description", "Vad ska göras", "What is done", LONG, WHAT, width=46, help="Beskriv det nya arbetssättet så att den som inte var med förstår."),
    Field("goal", "Mål", "Goal", LONG, WHAT, width=34, help="Hur ser det ut när det är klart?", decision="Utan mål går det inte att se om åtgärden lyckades."),
    Field("shift", "Riktningsförändring", "Shift", CHOICE, WHAT, of="shift", width=24, help="Den riktning åtgärden framför allt bidrar till. Välj en.", decision="Utan riktning syns åtgärden inte i täckningen."),
    Field("supporting_shifts", "Stödjer även", "Also supports", CHOICE, WHAT, of="shift", many=True, width=22, help="Andra riktningar som åtgärden hjälper."),
    Field("prerequisites", "Förutsättningar", "Prerequisites", CHOICE, NEEDS, of="prerequisite", many=True, width=24, help="Vad krävs för att detta ska gå?"),
    Field("principal", "Ansvarig huvudman", "Responsible principal", CHOICE, WHO, of="principal", width=22, help="En huvudman har ansvaret. Övriga står som medverkande.", decision="Utan ansvarig huvudman händer inget efter mötet."),
    Field("contributors", "Medverkande", "Contributors", CHOICE, WHO, of="party", many=True, width=26, help="Huvudmän och aktörer som bidrar."),
    Field("function", "Ansvarig funktion", "Responsible function", TEXT, WHO, width=24, help="Skriv funktion hellre än namn: människor byter jobb.", decision="Någon måste veta att det är deras uppgift."),
    Field("start", "Start", "Start", PERIOD, WHEN, width=13, help="Datum eller som ni säger det: Q3 2026, v. 40, våren 2027."),
    Field("end", "Klart", "Done by", PERIOD, WHEN, width=13, help="Datum eller som ni säger det: Q3 2026, v. 40, våren 2027.", decision="Utan sluttid går åtgärden inte att följa upp."),
    Field("status", "Status", "Status", CHOICE, STATE, of="status", width=14, help="Läget just nu."),
)

ACTION = Kind(
    "action", "åtgärd", "åtgärder", "action", "actions", (
        *CORE,
        Field("number", "Nr", "No.", NUMBER, WHAT, low=1, width=6, help="Löpnummer i länsdelens plan.", seldom=True),
        Field("vision", "Målbild", "Vision part", CHOICE, WHAT, of="vision", width=22, help="Den del av målbilden som märks för invånaren.", seldom=True),
        Field("flow", "Flöde", "Flow", CHOICE, WHAT, of="flow", width=22, help="Det gemensamma flödesarbete åtgärden hör till.", seldom=True),
        Field("target_group", "Målgrupp", "Target group", CHOICE, WHAT, of="theme", many=True, width=22, help="Vilka är det till för?", seldom=True),
        Field("municipalities", "Kommuner", "Municipalities", CHOICE, WHAT, of="municipality", many=True, width=22, help="Tomt betyder hela länsdelen.", seldom=True),
        Field("place", "Plats", "Place", TEXT, WHAT, width=18, help="Till exempel en servicepunkt, sjukstuga eller skola.", seldom=True),
        Field("situation", "Nuläge", "Current situation", LONG, WHAT, width=36, help="Hur är det i dag, och för vem är det ett problem?"),
        Field("milestones", "Delmål", "Milestones", TEXT, WHEN, many=True, width=30, help="Ett per rad, gärna med tid.", seldom=True),
        Field("indicator", "Indikator", "Indicator", TEXT, EVIDENCE, width=28, help="Det ni mäter eller frågar om.", decision="Utan indikator vet ni inte om det blev bättre."),
        Field("indicator_ref", "Gemensam indikator", "Shared indicator", REF, EVIDENCE, of="indicator", help="Indikatorn i länets gemensamma lista.", seldom=True),
        Field("baseline", "Utgångsvärde", "Baseline", TEXT, EVIDENCE, width=18, help="Värdet i dag, eller: saknas, tas fram av … senast …"),
        Field("target", "Målvärde", "Target", TEXT, EVIDENCE, width=18, help="Värdet ni vill nå."),
        Field("resources", "Resurser och finansiering", "Resources", LONG, NEEDS, width=30, help="Tid, pengar, lokaler, teknik. Ej aktuellt är också ett svar.", decision="Den som beslutar behöver veta vad det kostar, eller att det ryms."),
        Field("risk", "Risk och hinder", "Risk", LONG, NEEDS, width=30, help="Vad kan stoppa det, och vad gör ni då?"),
        Field("decision_needed", "Beslut som behövs", "Decision needed", LONG, NEEDS, width=30, help="Det länsdelen inte råder över: vad ska beslutas?"),
        Field("decision_body", "Beslutas av", "Decided by", CHOICE, NEEDS, of="body", width=20, help="Den nivå frågan lyfts till.", seldom=True),
        Field("effect", "Effekt", "Effect", NUMBER, STATE, low=1, high=5, width=8, help="1 liten – 5 stor nytta för invånaren."),
        Field("effort", "Insats", "Effort", NUMBER, STATE, low=1, high=5, width=8, help="1 lätt – 5 svårt att få gjort."),
        Field("work", "Ny eller pågående", "Kind of work", CHOICE, STATE, of="work", width=14, help="Mycket av det som sägs i rummet finns redan.", seldom=True),
        Field("lesson", "Lärdom", "Lesson", LONG, STATE, width=30, help="Prövat och avslutat är också ett resultat: vad lärde ni er?", seldom=True),
        Field("comment", "Lägeskommentar", "Comment", LONG, STATE, width=30, help="Det läsaren behöver veta om läget."),
        Field("agreement_areas", "Överenskommelseområde", "Agreement area", CHOICE, EVIDENCE, of="agreement_area", many=True, width=24, help="Område i den årliga nationella redovisningen.", seldom=True),
        Field("consensus", "Enighet", "Consensus", CHOICE, WHO, of="consensus", width=16, help="Är alla huvudmän med?", seldom=True),
        Field("dissent", "Avvikande mening", "Dissent", LONG, WHO, width=24, help="Vem tycker något annat, och varför?", seldom=True),
        Field("considered", "Prövat mot", "Considered", CHOICE, NEEDS, of="considered", many=True, help="Perspektiv som ni har tänkt igenom.", seldom=True),
        Field("shared", "Delas till övergripande plan", "Shared", BOOL, STATE, width=10, help="Nej: skriv varför.", seldom=True),
        Field("shared_reason", "Varför inte delad", "Reason not shared", TEXT, STATE, help="Till exempel: gäller bara en verksamhet.", seldom=True),
        Field("handling", "Hanteras i länet", "Handling", CHOICE, STATE, of="handling", width=18, help="Samordnarens val: behålls lokalt, blir gemensam åtgärd eller lyfts för beslut.", seldom=True),
        Field("handling_reason", "Varför det hanteras så", "Why handled so", TEXT, STATE, width=30, help="Skälet till valet. Det följer med planen hem till länsdelen.", seldom=True),
        Field("decision_ref", "Beslutsreferens", "Decision reference", TEXT, STATE, width=18, help="Till exempel KS 2026-11-30 § 112.", seldom=True),
        Field("ideas", "Ur förslag", "From ideas", REF, LINKS, of="idea", many=True, help="Förslagen från rummet.", seldom=True),
        Field("workshop", "Workshop", "Workshop", REF, LINKS, of="workshop", help="Där åtgärden kom till.", seldom=True),
        Field("name", "Kontaktperson", "Contact", TEXT, WHO, private=True, help="Frivilligt. Följer inte med i dokument.", seldom=True),
        Field("part_of", "Del av", "Part of", REF, LINKS, of="joint_action action", help="För en huvudmans egen rad: den åtgärd i den övergripande planen som raden hör till.", seldom=True),
        OF_PLAN,
    ),
    begins=(("status", "not_started"),),
)

PLAN = Kind(
    "plan", "plan", "planer", "plan", "plans", (
        Field("title", "Planens namn", "Title", TEXT, WHAT, help="Till exempel Södra länsdelens handlingsplan 2027."),
        Field("level", "Nivå", "Level", CHOICE, WHAT, of="level"),
        Field("county_part", "Länsdel", "County part", CHOICE, WHO, of="county_part"),
        Field("principal", "Huvudman", "Principal", CHOICE, WHO, of="principal", help="För en huvudmans egen plan."),
        Field("held_back", "Lämnas inte ut", "Held back", CHOICE, STATE, of="held_back", many=True, help="Fält som inte följer med när egna rader lämnas till den övergripande planen."),
        Field("strategy", "Strategi", "Strategy", TEXT, WHAT, help="Strategins id."),
        Field("strategy_version", "Strategins version", "Strategy version", TEXT, WHAT),
        Field("state", "Planens läge", "State", CHOICE, STATE, of="state"),
        Field("version", "Version", "Version", TEXT, STATE),
        Field("reference", "Diarienummer", "Registry number", TEXT, STATE),
        Field("period", "Gäller", "Applies to", PERIOD, WHEN),
        Field("about", "Om planen", "About", LONG, WHAT),
        Field("contact", "Kontaktfunktion", "Contact function", TEXT, WHO),
        Field("next_meeting", "Nästa möte", "Next meeting", PERIOD, WHEN),
        Field("sample", "Exempel", "Example", BOOL, STATE, help="Påhittat innehåll att öva på."),
    ),
)

WORKSHOP = Kind(
    "workshop", "workshop", "workshopar", "workshop", "workshops", (
        Field("title", "Workshop", "Workshop", TEXT, WHAT),
        Field("date", "Datum", "Date", DATE, WHEN),
        Field("starts", "Börjar", "Begins", TEXT, WHEN, help="Klockslag, till exempel 13.00."),
        Field("place", "Plats", "Place", TEXT, WHAT),
        Field("county_part", "Länsdel", "County part", CHOICE, WHO, of="county_part"),
        Field("parties", "Inbjudna", "Invited", CHOICE, WHO, of="party", many=True),
        Field("template", "Mall", "Template", TEXT, WHAT),
        Field("agenda", "Dagordning", "Agenda", DATA, WHEN),
        Field("position", "Pågående steg", "Current step", DATA, STATE, latest=True),
        Field("sample", "Exempel", "Example", BOOL, STATE, help="Påhittat innehåll att öva på."),
        Field("unfinished", "Påbörjat förslag", "Unfinished idea", TEXT, STATE, help="Det som skrevs när programmet stängdes."),
        Field("next_meeting", "Nästa möte", "Next meeting", PERIOD, WHEN),
        OF_PLAN,
    ),
)

PARTICIPANT = Kind(
    "participant", "deltagare", "deltagare", "participant", "participants", (
        Field("function", "Funktion", "Function", TEXT, WHO),
        Field("party", "Organisation", "Organisation", CHOICE, WHO, of="party"),
        Field("role", "Roll i rummet", "Role", TEXT, WHO),
        Field("present", "Närvarande", "Present", BOOL, STATE),
        Field("name", "Namn", "Name", TEXT, WHO, private=True, help="Frivilligt. Följer inte med i dokument."),
        Field("workshop", "Workshop", "Workshop", REF, LINKS, of="workshop"),
        OF_PLAN,
    ),
)

IDEA = Kind(
    "idea", "förslag", "förslag", "idea", "ideas", (
        Field("title", "Förslag", "Idea", TEXT, WHAT, width=60, help="Skriv det som sades."),
        Field("description", "Mer om förslaget", "More", LONG, WHAT),
        Field("step", "Steg", "Step", TEXT, WHEN),
        Field("shift", "Riktningsförändring", "Shift", CHOICE, WHAT, of="shift", width=24),
        Field("prerequisites", "Förutsättningar", "Prerequisites", CHOICE, WHAT, of="prerequisite", many=True),
        Field("number", "Nr", "No.", NUMBER, WHAT, low=1, help="Numret förslaget har i rummet."),
        Field("party", "Från", "From", CHOICE, WHO, of="party"),
        Field("contributors", "Berör även", "Also concerns", CHOICE, WHO, of="party", many=True),
        Field("municipalities", "Kommuner", "Municipalities", CHOICE, WHAT, of="municipality", many=True),
        Field("votes", "Röster", "Votes", NUMBER, STATE, low=0),
        Field("effect", "Effekt", "Effect", NUMBER, STATE, low=1, high=5),
        Field("effort", "Insats", "Effort", NUMBER, STATE, low=1, high=5),
        Field("parked", "Parkerat", "Parked", BOOL, STATE),
        Field("merged_into", "Ingår i", "Merged into", REF, LINKS, of="idea"),
        Field("card", "Kortnummer", "Card number", NUMBER, STATE, low=1),
        Field("workshop", "Workshop", "Workshop", REF, LINKS, of="workshop"),
        OF_PLAN,
    ),
)

NOTE = Kind("note", "anteckning", "anteckningar", "note", "notes", (Field("text", "Anteckning", "Note", LONG, WHAT), Field("step", "Steg", "Step", TEXT, WHEN), Field("workshop", "Workshop", "Workshop", REF, LINKS, of="workshop"), OF_PLAN))

INDICATOR = Kind(
    "indicator", "indikator", "indikatorer", "indicator", "indicators", (
        Field("title", "Indikator", "Indicator", TEXT, WHAT, width=40),
        Field("description", "Vad den visar", "What it shows", LONG, WHAT, width=40),
        Field("shifts", "Riktningsförändringar", "Shifts", CHOICE, WHAT, of="shift", many=True, width=28),
        Field("unit", "Enhet", "Unit", TEXT, EVIDENCE, width=12),
        Field("direction", "Önskad riktning", "Direction", CHOICE, EVIDENCE, of="direction", width=16),
        Field("baseline", "Utgångsvärde", "Baseline", TEXT, EVIDENCE, width=18),
        Field("baseline_date", "Utgångsvärdets datum", "Baseline date", PERIOD, EVIDENCE, width=14),
        Field("target", "Målvärde", "Target", TEXT, EVIDENCE, width=18),
        Field("source", "Källa", "Source", TEXT, EVIDENCE, width=28),
        Field("frequency", "Mäts", "Measured", TEXT, WHEN, width=18),
        Field("area_level", "Nivå", "Level", CHOICE, WHAT, of="area_level", width=12),
        Field("aggregation", "Läggs ihop", "Adding up", CHOICE, EVIDENCE, of="aggregation", width=18),
        Field("kolada", "Kolada-id", "Kolada id", TEXT, EVIDENCE, width=12, help="N eller U och fem siffror."),
        Field("example", "Exempel", "Example", BOOL, STATE),
        Field("same_as", "Samma som", "Same as", REF, LINKS, of="indicator", help="En annan indikator som är samma. Värdena visas tillsammans med dess.", seldom=True),
        OF_PLAN,
    ),
)

MEASUREMENT = Kind(
    "measurement", "mätvärde", "mätvärden", "measurement", "measurements", (
        Field("value", "Värde", "Value", NUMBER, EVIDENCE, width=12),
        Field("indicator", "Indikator", "Indicator", REF, LINKS, of="indicator", width=40),
        Field("date", "Mätdatum", "Date", DATE, WHEN, width=12),
        Field("area", "Område", "Area", TEXT, WHAT, width=18, help="Kommunkod, länsdel eller län."),
        Field("area_level", "Nivå", "Level", CHOICE, WHAT, of="area_level", width=12),
        Field("gender", "Kön", "Gender", CHOICE, WHAT, of="gender", width=8),
        Field("count", "Antal bakom", "Count behind", NUMBER, EVIDENCE, low=0, width=12),
        Field("source", "Källa", "Source", TEXT, EVIDENCE, width=28),
        Field("comment", "Kommentar", "Comment", LONG, STATE, width=40),
        OF_PLAN,
    ),
)

FOLLOW_UP = Kind(
    "follow_up", "uppföljning", "uppföljningar", "follow-up", "follow_ups", (
        Field("comment", "Vad har hänt", "What happened", LONG, STATE, width=46),
        Field("action", "Åtgärd", "Action", REF, LINKS, of="action", width=38),
        Field("date", "Datum", "Date", DATE, WHEN, width=12),
        Field("status", "Status", "Status", CHOICE, STATE, of="status", width=14),
        Field("as_planned", "Gjort som planerat", "As planned", CHOICE, STATE, of="as_planned", width=16),
        Field("effect_seen", "Effekt", "Effect", LONG, EVIDENCE, width=36),
        Field("still_right", "Stämmer det fortfarande", "Still right", CHOICE, STATE, of="still_right", width=16),
        Field("next_step", "Nästa steg", "Next step", LONG, WHAT, width=36),
        Field("decision", "Sluta, fortsätt eller ändra", "Decision", CHOICE, STATE, of="follow_up_decision", width=14),
        Field("end", "Nytt klart", "New end", PERIOD, WHEN, width=13, help="När åtgärden ska vara klar nu, om det ändrades."),
        Field("lesson", "Lärdom", "Lesson", LONG, EVIDENCE, width=36),
        Field("workshop", "Workshop", "Workshop", REF, LINKS, of="workshop"),
        OF_PLAN,
    ),
)

SELF_RATING = Kind(
    "self_rating", "skattning", "skattningar", "self-rating", "self_ratings", (
        Field("item", "Skattar", "Rates", CHOICE, WHAT, of="rated", help="En riktningsförändring eller en förutsättning."),
        Field("tally", "Antal per nivå", "Count per level", DATA, EVIDENCE, help="Fem tal: hur många som valde 1, 2, 3, 4 och 5."),
        Field("date", "Datum", "Date", DATE, WHEN),
        Field("comment", "Kommentar", "Comment", LONG, STATE),
        Field("workshop", "Workshop", "Workshop", REF, LINKS, of="workshop"),
        OF_PLAN,
    ),
)

JOINT_ACTION = Kind(
    "joint_action", "gemensam åtgärd", "gemensamma åtgärder", "joint action", "joint_actions", (
        *CORE,
        Field("indicator", "Indikator", "Indicator", TEXT, EVIDENCE, width=28),
        Field("baseline", "Utgångsvärde", "Baseline", TEXT, EVIDENCE, width=18),
        Field("target", "Målvärde", "Target", TEXT, EVIDENCE, width=18),
        Field("resources", "Resurser och finansiering", "Resources", LONG, NEEDS, width=30),
        Field("decision_needed", "Beslut som behövs", "Decision needed", LONG, NEEDS, width=30),
        Field("decision_body", "Beslutas av", "Decided by", CHOICE, NEEDS, of="body", width=20),
        Field("agreement_areas", "Överenskommelseområde", "Agreement area", CHOICE, EVIDENCE, of="agreement_area", many=True, width=24),
        OF_PLAN,
    ),
)

_AT_HOME = {"number", "shared", "shared_reason", "handling", "handling_reason", "ideas", "workshop", "indicator_ref", "considered"}
"""What says something only in the plan a row was written in."""

OWN_ROW = Kind(
    "own_row", "egen rad", "egna rader", "own row", "own_rows", tuple(
        replace(field, latest=True) for field in ACTION.fields if not field.private and field.name not in _AT_HOME
    ),
)

OWN_STATUS = Kind(
    "own_status", "läge i en huvudmans egen plan", "lägen i huvudmäns egna planer", "status of own rows", "own_statuses", (
        Field("part_of", "Åtgärd", "Action", REF, LINKS, of="joint_action action", latest=True),
        Field("principal", "Huvudman", "Principal", CHOICE, WHO, of="principal", latest=True),
        Field("count", "Egna rader", "Own rows", NUMBER, STATE, low=0, latest=True),
        *(Field(one.id, one.sv, one.en, NUMBER, STATE, low=0, latest=True, help="Egna rader med den statusen.") for one in CHOICES["status"]),
        Field("end", "Sista slut", "Last end", PERIOD, WHEN, latest=True),
        Field("rows", "Rader som delas", "Shared rows", REF, LINKS, of="own_row", many=True, latest=True, help="De delade rader som gäller; andra är tillbakadragna."),
        replace(OF_PLAN, latest=True),
    ),
)

LINK = Kind(
    "link", "koppling", "kopplingar", "link", "links", (
        Field("joint_action", "Gemensam åtgärd", "Joint action", REF, LINKS, of="joint_action"),
        Field("action", "Åtgärd", "Action", REF, LINKS, of="action"),
        Field("seen", "Läst", "Seen", DATA, STATE, latest=True, help="Ändringarna i åtgärden när den samlades."),
        OF_PLAN,
    ),
)

DISTINCT = Kind("distinct", "olika saker", "olika saker", "distinct pair", "distinct_pairs", (Field("actions", "Åtgärder", "Actions", REF, LINKS, of="action", many=True, help="Har jämförts: de är olika saker."), Field("indicators", "Indikatorer", "Indicators", REF, LINKS, of="indicator", many=True, help="Har jämförts: de är olika indikatorer."), Field("reason", "Varför", "Reason", TEXT, STATE), OF_PLAN))

DEFERRAL = Kind(
    "deferral", "konflikt lämnad till länsdelen", "konflikter lämnade till länsdelen", "deferral", "deferrals", (
        Field("thing", "Sak", "Thing", TEXT, LINKS),
        Field("field", "Fält", "Field", TEXT, LINKS),
        Field("seen", "Värden då", "Values then", DATA, STATE),
        OF_PLAN,
    ),
)

ASSIGNMENT = Kind(
    "assignment", "uppdrag", "uppdrag", "assignment", "assignments", (
        Field("title", "Uppdrag", "Assignment", TEXT, WHAT, width=40),
        Field("body", "Från", "From", CHOICE, WHO, of="body", width=22),
        Field("reference", "Beslutsreferens", "Decision reference", TEXT, STATE, width=22, help="RS 181031 § 202, Stabsplan 2018 eller fri text."),
        Field("due", "Ska redovisas", "Due", PERIOD, WHEN, width=14),
        Field("actions", "Åtgärder", "Actions", REF, LINKS, of="action", many=True),
        Field("report", "Återrapportering", "Report", LONG, STATE, width=60),
        Field("reported", "Redovisat", "Reported", DATE, WHEN, width=12),
        OF_PLAN,
    ),
)

REPORT_BACK = Kind(
    "report_back", "redovisning", "redovisningar", "report back", "report_backs", (
        Field("assignment", "Uppdrag", "Assignment", REF, LINKS, of="assignment", width=40),
        Field("date", "Datum", "Date", DATE, WHEN, width=12, help="Dagen uppdraget redovisades."),
        Field("body", "Till", "To", CHOICE, WHO, of="body", width=22),
        Field("reference", "Beslutsreferens", "Decision reference", TEXT, STATE, width=22, help="Paragrafen där redovisningen togs emot."),
        Field("text", "Text", "Text", LONG, STATE, width=60, help="Det som redovisades, som det stod den dagen."),
        OF_PLAN,
    ),
    fixed=True,
)

EVENT = Kind(
    "event", "händelse", "händelser", "event", "events", (
        Field("title", "Händelse", "Event", TEXT, WHAT, width=40, help="Till exempel ett möte, budgeten eller en redovisning."),
        Field("occasion", "Sort", "Kind of event", CHOICE, WHAT, of="occasion", width=20),
        Field("time", "När", "When", PERIOD, WHEN, width=14, help="Datum eller som ni säger det: Q3 2026, v. 40, våren 2027."),
        Field("yearly", "Återkommer varje år", "Every year", BOOL, WHEN, width=10),
        Field("body", "Organ", "Body", CHOICE, WHO, of="body", width=22),
        Field("note", "Anteckning", "Note", LONG, STATE, width=46),
        OF_PLAN,
    ),
)

DECISION = Kind(
    "decision", "beslut", "beslut", "decision", "decisions", (
        Field("reference", "Paragraf eller beslut", "Reference", TEXT, STATE, width=22, help="Till exempel KS § 112."),
        Field("principal", "Huvudman", "Principal", CHOICE, WHO, of="principal", width=22),
        Field("body", "Organ", "Body", CHOICE, WHO, of="body", width=22),
        Field("county_part", "Länsdel", "County part", CHOICE, WHO, of="county_part", width=16, help="När länsdelen själv är den som svarar."),
        Field("version", "Gäller version", "About version", TEXT, WHAT, width=12, help="Den version av planen som skickades eller beslutades om."),
        Field("sent", "Remiss skickad", "Sent", DATE, WHEN, width=12, help="Dagen planen skickades för svar."),
        Field("due", "Svar senast", "Answer by", DATE, WHEN, width=12),
        Field("answered", "Svar kom", "Answered", DATE, WHEN, width=12),
        Field("answer", "Svar", "Answer", LONG, STATE, width=36, help="Det viktigaste i svaret, eller var det finns."),
        Field("adoption", "Beslut", "Outcome", CHOICE, STATE, of="adoption", width=20),
        Field("date", "Beslutsdatum", "Date", DATE, WHEN, width=12),
        Field("exception", "Undantag", "Exception", LONG, STATE, width=36, help="Det beslutet inte omfattar."),
        Field("registry", "Diarienummer", "Registry number", TEXT, STATE, width=18),
        Field("about", "Gäller", "Applies to", REF, LINKS, of="plan"),
        OF_PLAN,
    ),
)

VERSION = Kind(
    "version", "version", "versioner", "version", "versions", (
        Field("title", "Version", "Version", TEXT, WHAT, help="Till exempel 1.0."),
        Field("state", "Planens läge", "State", CHOICE, STATE, of="state"),
        Field("date", "Datum", "Date", DATE, WHEN),
        Field("note", "Om versionen", "Note", LONG, WHAT),
        Field("fingerprint", "Fingeravtryck", "Fingerprint", TEXT, EVIDENCE),
        Field("holds", "Omfattar", "Holds", DATA, EVIDENCE),
        Field("taken_back", "Återtagen", "Taken back", BOOL, STATE),
        OF_PLAN,
    ),
    system=True,
)

RECEIPT = Kind(
    "receipt", "kvitto", "kvitton", "receipt", "receipts", (
        Field("at", "Tid", "Time", TEXT, WHEN),
        Field("sources", "Källor", "Sources", DATA, WHAT),
        Field("brought", "Hämtat", "Brought", DATA, WHAT),
        Field("action_count", "Åtgärder efteråt", "Actions after", NUMBER, STATE),
        Field("conflict_count", "Konflikter efteråt", "Conflicts after", NUMBER, STATE),
        Field("taken_back", "Återtaget", "Taken back", BOOL, STATE),
        Field("kept", "Kvar ändå", "Kept all the same", DATA, STATE),
        OF_PLAN,
    ),
    system=True,
)

WRITER = Kind("writer", "skrivare", "skrivare", "writer", "writers", (Field("device", "Dator", "Device", TEXT, WHO), Field("program", "Program", "Program", TEXT, WHAT), Field("function", "Funktion", "Function", TEXT, WHO)), system=True)

REDACT = Kind("redact", "radering", "raderingar", "redaction", "redactions", (Field("redact", "Skäl", "Reason", TEXT, STATE),), system=True)
# fmt: on

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        PLAN, WORKSHOP, PARTICIPANT, IDEA, NOTE, ACTION, INDICATOR, MEASUREMENT, FOLLOW_UP,
        SELF_RATING, JOINT_ACTION, OWN_ROW, OWN_STATUS, LINK, DISTINCT, DEFERRAL, ASSIGNMENT,
        REPORT_BACK, EVENT, DECISION, VERSION, RECEIPT, WRITER, REDACT,
    )
}  # fmt: skip
"""Every kind by its name in code."""

FIELDS: dict[str, dict[str, Field]] = {
    kind.name: {field.name: field for field in kind.fields} for kind in KINDS.values()
}
"""The fields of each kind, by name."""
