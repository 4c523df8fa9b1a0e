"""The sheets of actions: the overall plan, each länsdel's plan, and one huvudman's rows."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from nvworkshop.model.choices import CHOICES
from nvworkshop.model.rules import day_of
from nvworkshop.model.tables import Column, ColumnKind, Role, Table, sheet_name
from nvworkshop.model.text import sort_key
from nvworkshop.model.things import Thing
from nvworkshop.reports import columns
from nvworkshop.reports.cells import title_of
from nvworkshop.reports.columns import MAIN, Made
from nvworkshop.reports.data import UNKNOWN_PLAN, PlanData

NO_ACTIONS = "Planen har inga åtgärder ännu."


def counted(number: int, one: str, several: str) -> str:
    """Return the number with its noun: "1 åtgärd", "2 åtgärder"."""
    return f"{number} {one if number == 1 else several}"


def overall(data: PlanData) -> Table:
    """Return the county's plan: joint actions, then the shared actions that none gathers."""
    alone = [one for one in data.actions if is_shared(one) and one.id not in data.gathered_in]
    gathers = Made(
        Column("Samlar", 7, ColumnKind.NUMBER),
        lambda thing: len(data.gathered.get(thing.id, ())) or None,
    )
    made = [
        columns.ID, columns.KIND, gathers, columns.part(data), columns.NUMBER, *_rest(data),
        columns.mark(data),
    ]  # fmt: skip
    joint = data.joint_actions
    notes = (
        (
            f"{counted(len(joint), 'gemensam åtgärd', 'gemensamma åtgärder')} först, "
            f"sedan {counted(len(alone), 'lokal åtgärd', 'lokala åtgärder')} som inte är samlade. "
            "Samlar = antal lokala åtgärder som ingår."
        ),
    )
    return columns.table(
        "Övergripande plan",
        "Övergripande plan",
        made,
        columns.rows(made, [*joint, *alone]),
        notes=notes if joint or alone else (NO_ACTIONS,),
        role=Role.PLAN,
        kept=6,
    )


def is_shared(action: Thing) -> bool:
    """Tell whether a länsdel lets its action into the overall plan; no answer is yes."""
    return action["shared"] is not False


def _rest(data: PlanData) -> list[Made]:
    return [
        *columns.of_action(data, MAIN),
        *columns.attention(data),
        *columns.details(data),
    ]


def local(data: PlanData) -> Table:
    """Return the one sheet of a länsdel's own plan."""
    return _plan_sheet(data, "Handlingsplan", data.actions, Role.PLAN)


def parts(data: PlanData, taken: Collection[str]) -> list[Table]:
    """Return a sheet per länsdel that has a plan, and one for rows outside every länsdel."""
    sheets: list[Table] = []
    for label, several in _by_part(data).items():
        name = sheet_name(label, [*taken, *(one.name for one in sheets)])
        sheets.append(_plan_sheet(data, name, several, Role.PART, label=label))
    return sheets


def _by_part(data: PlanData) -> dict[str, list[Thing]]:
    plans = sorted(data.of("plan"), key=lambda one: data.part_order(one.text("county_part")))
    ids = [one.text("county_part") for one in plans if one.text("county_part")]
    found: dict[str, list[Thing]] = {}
    for part in ids:
        found.setdefault(data.strategy.label("county_part", part), [])
    for action in data.actions:
        found.setdefault(data.part_label(action), []).append(action)
    return found


def _plan_sheet(
    data: PlanData, name: str, actions: Sequence[Thing], role: Role, *, label: str = ""
) -> Table:
    made = [
        columns.ID, columns.NUMBER, *_rest(data), _gathered_in(data), _plan_of(data),
        columns.mark(data),
    ]  # fmt: skip
    return columns.table(
        name,
        label or data.plan.text("title") or name,
        made,
        columns.rows(made, actions),
        notes=(_plan_note(data, actions, label), *_unshared_note(actions)),
        role=role,
        kept=3,
    )


def _plan_note(data: PlanData, actions: Sequence[Thing], label: str) -> str:
    number = counted(len(actions), "åtgärd", "åtgärder") if actions else NO_ACTIONS
    whole = [] if label else [data.plan]
    mine = [one for one in data.of("plan") if label and _label_of(data, one) == label]
    told = "; ".join(plan_words(one) for one in (*whole, *mine))
    return f"{told} · {number}" if told else number


def _label_of(data: PlanData, plan: Thing) -> str:
    part = plan.text("county_part")
    return data.strategy.label("county_part", part) if part else ""


def plan_words(plan: Thing) -> str:
    """Return a plan's title, version and state as one line."""
    version = f"version {plan.text('version')}" if plan.text("version") else ""
    return ", ".join(part for part in (plan.text("title"), version, state_words(plan)) if part)


def own_state_words(data: PlanData) -> str:
    """Return the state of the plan that is reported on, and whether it was changed since."""
    return f"{state_words(data.plan)}{', ändrad sedan dess' if data.altered else ''}"


def state_words(plan: Thing) -> str:
    """Return a plan's state; a draft is working material, and so is a plan that doesn't say."""
    state = plan.text("state") or "draft"
    label = next((one.sv for one in CHOICES["state"] if one.id == state), state)
    return f"{label} – arbetsmaterial" if state == "draft" else label


def _unshared_note(actions: Sequence[Thing]) -> tuple[str, ...]:
    kept = sum(not is_shared(one) for one in actions)
    if not kept:
        return ()
    return (
        (
            f"{counted(kept, 'åtgärd', 'åtgärder')} delas inte till den övergripande planen; "
            "skälet står i kolumnen ”Varför inte delad”."
        ),
    )


def _gathered_in(data: PlanData) -> Made:
    def titles(thing: Thing) -> str | None:
        joint = sorted(map(title_of, data.gathered_in.get(thing.id, ())), key=sort_key)
        return ", ".join(joint) or None

    return Made(Column("Ingår i gemensam åtgärd", 30, detail=True), titles)


def _plan_of(data: PlanData) -> Made:
    def title(thing: Thing) -> str:
        plan = data.by_id.get(thing.text("plan"))
        return title_of(plan) if plan else UNKNOWN_PLAN

    return Made(Column("Plan", 30, detail=True), title)


def one_principal(data: PlanData) -> Table:
    """Return what one huvudman is to do: its own responsibility first, by the last day."""
    name = data.strategy.label("principal", data.principal)
    made = [
        columns.ID,
        Made(Column("Roll", 12), lambda thing: role_of(thing, data.principal)),
        columns.KIND,
        columns.part(data),
        columns.NUMBER,
        *_rest(data),
        columns.mark(data),
    ]
    things = sorted(data.rows, key=lambda one: urgency(one, data))
    own = sum(one["principal"] == data.principal for one in things)
    note = (
        f"{name} ansvarar för {own} och medverkar i {len(things) - own}."
        if things
        else f"{name} står inte som ansvarig eller medverkande för någon åtgärd."
    )
    body = columns.rows(made, things)
    notes = (note, "Det ni ansvarar för står först, i tidsordning.", *_unshared_note(things))
    return columns.table("Åtgärder", name, made, body, notes=notes, role=Role.PLAN, kept=6)


def role_of(thing: Thing, principal: str) -> str:
    """Return whether the huvudman answers for the row or takes part in it."""
    return "Ansvarig" if thing["principal"] == principal else "Medverkar"


def urgency(thing: Thing, data: PlanData) -> tuple[object, ...]:
    """Sort key of what `data.principal` is to do: its own first, and what ends first."""
    last = day_of(thing["end"], "last")
    mine = thing["principal"] == data.principal
    return (not mine, last is None, str(last or ""), thing.kind, *data.by_shift(thing))
