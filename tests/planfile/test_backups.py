from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from nvworkshop.planfile import backups
from nvworkshop.session.sessions import open_plan
from tests.laptops import laptop

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def made(folder: Path, at: datetime) -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"{at.strftime('%Y%m%dT%H%M%S%fZ')}-merge.nvplan").write_bytes(b"")


def test_a_backup_opens_as_the_plan_it_was(tmp_path: Path) -> None:
    session = laptop("one", tmp_path)
    session.add("plan", {"title": "Södra"}, entity=session.store.plan)
    session.add("action", {"title": "Mobilt team"})
    backup = session.backup("merge")
    session.set(session.things("action")[0].id, {"title": "Annat"})
    restored = open_plan(backup.place)
    assert restored.things("action")[0]["title"] == "Mobilt team"
    assert backups.kept(session.backup_folder) == [backup]


def test_all_of_a_day_are_kept_then_one_a_day_then_one_a_month(tmp_path: Path) -> None:
    for hours in range(24 * 200):
        made(tmp_path, NOW - timedelta(hours=hours))
    for one in backups.surplus(backups.kept(tmp_path), NOW):
        one.place.unlink()
    left = backups.kept(tmp_path)
    assert sum(NOW - one.at <= timedelta(days=1) for one in left) == 25
    assert sum(timedelta(days=1) < NOW - one.at <= timedelta(days=31) for one in left) == 31
    assert len({one.at.strftime("%Y-%m") for one in left}) == 7


def test_thinning_twice_takes_nothing_more(tmp_path: Path) -> None:
    for hours in range(0, 24 * 90, 5):
        made(tmp_path, NOW - timedelta(hours=hours))
    for one in backups.surplus(backups.kept(tmp_path), NOW):
        one.place.unlink()
    assert backups.surplus(backups.kept(tmp_path), NOW) == []


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "anteckningar.nvplan").write_bytes(b"")
    made(tmp_path, NOW - timedelta(days=400))
    assert len(backups.kept(tmp_path)) == 1
    assert backups.surplus(backups.kept(tmp_path), NOW) == []
