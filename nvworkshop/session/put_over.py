"""The plan's own file was another copy's: our own work stays, whatever was taken back in that."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nvworkshop.merging.receipts import SourceResult
from nvworkshop.model.aside import Aside, ranges_of
from nvworkshop.planfile.reading.content import PlanContent
from nvworkshop.planfile.store import Appended
from nvworkshop.session.own_work import kept, told_of
from nvworkshop.session.receipt_writing import write_receipt

if TYPE_CHECKING:
    from nvworkshop.session.session import Session

_PUT_OVER = "Filen låg på planens plats. Den var en annan kopia av planen."


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
