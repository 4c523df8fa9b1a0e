"""What is said of merges, in whole sentences."""

from __future__ import annotations

from nvworkshop.model.text import shorten
from nvworkshop.model.things import Thing
from nvworkshop.session.conflict_list import HERE, Rule, RuleKind
from nvworkshop.session.receipts import MergeReport
from nvworkshop.session.sources import SourcePlan
from ui.words import tr

_NAMED = 2
"""How many files are named in a sentence."""

_LONGEST = 40
"""Characters of a file's name in a sentence."""


def merged(report: MergeReport) -> str:
    """Say what a merge did: "14 nya ändringar ur 3 filer. 2 konflikter att avgöra."."""
    read = [one for one in report.sources if not one.error]
    new = sum(one.new_changes for one in read)
    said = [_new(len(read), new)] if read else []
    refused = report.refused
    unread = [one.file for one in report.sources if one.error and one not in refused]
    damaged = [one.file for one in read if one.damaged_changes]
    if unread:
        said.append(tr("{files} gick inte att läsa.").format(files=_named(unread)))
    said += dict.fromkeys(one.error for one in refused)
    if damaged:
        text = tr("{files} är skadad och saknar ändringar: be om en ny kopia.")
        said.append(text.format(files=_named(damaged)))
    if report.conflicts:
        said.append(tr("{n} att avgöra.").format(n=conflicts_word(report.conflicts)))
    return " ".join(said)


def _named(files: list[str]) -> str:
    """Return the names of a file or two, else how many they are."""
    if len(files) > _NAMED:
        return files_word(len(files))
    return tr(" och ").join(shorten(one, _LONGEST) for one in files)


def _new(files: int, new: int) -> str:
    if not new:
        return tr("Inget nytt i {files}.").format(files=files_word(files))
    return tr("{changes} ur {files}.").format(changes=_new_word(new), files=files_word(files))


def _new_word(n: int) -> str:
    return tr("1 ny ändring") if n == 1 else tr("{n} nya ändringar").format(n=n)


def files_word(n: int) -> str:
    """Return "1 fil" or "3 filer"."""
    return tr("1 fil") if n == 1 else tr("{n} filer").format(n=n)


def conflicts_word(n: int) -> str:
    """Return "1 konflikt" or "3 konflikter"."""
    return tr("1 konflikt") if n == 1 else tr("{n} konflikter").format(n=n)


def gave(source: SourcePlan) -> str:
    """Say what a plan holds and what its last merge gave: "23 åtgärder · 14 nya ändringar"."""
    n = source.actions
    said = [tr("1 åtgärd") if n == 1 else tr("{n} åtgärder").format(n=n)]
    if source.is_share:
        said.clear()
    elif not n and not source.merged:
        return ""  # only named here, as länet's plan is in a file it handed back
    if source.merged:
        said.append(_new_word(source.new) if source.new else tr("inget nytt"))
    if source.copies > 1:
        said.append(tr("{n} kopior slogs ihop").format(n=source.copies))
    return " · ".join(said)


def receipt_name(receipt: Thing) -> str:
    """Return what a merge is called: when it was, of how many files, and whether it stands."""
    at = receipt.text("at")[:16].replace("T", " ")
    listed = receipt["sources"]
    files = files_word(len(listed) if isinstance(listed, list) else 0)
    back = tr("återtagen") if receipt["taken_back"] is True else ""
    return " · ".join(one for one in (at, files, back) if one)


def rule_text(rule: Rule) -> str:
    """Return a rule as a choice to make."""
    match rule.kind:
        case RuleKind.LATEST:
            return tr("Ta det som skrevs senast")
        case RuleKind.ORIGIN if rule.name == HERE:
            return tr("Ta det som skrevs i den här planen")
        case RuleKind.ORIGIN:
            return tr("Ta det senaste från {name}").format(name=rule.name)
        case RuleKind.DEVICE:
            return tr("Ta det senaste från datorn {name}").format(name=rule.name)
