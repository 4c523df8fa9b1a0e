"""The plan's own file was another copy, or an older one: our own work stays all the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from nvworkshop.merging.receipts import SourceResult
from nvworkshop.model.aside import Aside, ranges_of
from nvworkshop.model.changes import Change
from nvworkshop.planfile.reading.content import PlanContent
from nvworkshop.planfile.store import Appended
from nvworkshop.session.own_work import kept, told_of
from nvworkshop.session.receipt_writing import write_receipt

if TYPE_CHECKING:
    from nvworkshop.session.session import Session

_PUT_OVER = "Filen låg på planens plats. Den var en annan kopia av planen."


def is_older(content: PlanContent, held: int, brought: Sequence[Change]) -> bool:
    """Tell whether the plan's own file is one from before it held `held` changes of ours.

    `brought` are the changes it had that we lacked.
    """
    return content.clean and not brought and 0 < len(content.changes) < held


def keep_own(session: Session, content: PlanContent, before: Aside, appended: Appended) -> Appended:
    """Write a receipt when own work needs one to stay (see `own_work`), inside `writing`.

    `before` is what was set aside before what the plan's own file holds was `appended`.
    """
    brought = ranges_of(appended.new)
    own = kept(session, before, brought)
    if own or told_of(session, appended.new, brought):
        new = len(appended.new) + appended.filled
        source = SourceResult(
            content.path.name.encode(errors="replace").decode(),
            content.sha256,
            new_changes=new,
            known_changes=len(content.changes) - new,
            damaged_changes=content.damaged,
            notes=(*content.notes, _PUT_OVER),
            plan=content.plan,
            brought=brought,
        )
        receipt = write_receipt(session, [source], brought, own)
        return replace(appended, touched=appended.touched | {("receipt", receipt)})
    return appended
