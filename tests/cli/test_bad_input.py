"""Whatever is typed or lies there: one Swedish sentence, the right exit code, nothing lost."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from filelock import FileLock

from nvworkshop.cli.run import run
from nvworkshop.cli.trouble import system_error
from nvworkshop.session import target
from nvworkshop.session.surroundings import Surroundings
from tests.cli.conftest import ENGLISH, Desk, Nv, start
from tests.hostile import HOSTILE, OTHER, cut, flipped, good_plan

ROOT_ONLY = pytest.mark.skipif(
    os.name == "nt" or getattr(os, "geteuid", lambda: 1)() != 0, reason="only root can mount"
)
CRAFTED = ("trigger", "view", "foreign_table", "virtual_table", "utf16", "attach_trick")
BAD = OTHER | {name: HOSTILE[name] for name in CRAFTED}
READING = (
    "show BAD",
    "check BAD",
    "history BAD",
    "conflicts BAD",
    "duplicates BAD",
    "overall BAD",
    "salvage BAD ut.nvplan",
    "set BAD TEAM goal=x",
    "add BAD action title=x",
    "merge sodra.nvplan --into BAD",
    "merge BAD --into tom.nvplan",
    "undo-merge BAD",
    "handback BAD ut.nvplan --county-part sodra",
    "export BAD ut.xlsx",
    "paper BAD ut.pdf",
)


def typed(desk: Desk, command: str, bad: str = "bad.nvplan") -> list[str]:
    """Return the words of a command, with the desk's ids in it; ~ is a space inside a word."""
    words = command.replace("TEAM", desk.team).replace("SIP", desk.sip).replace("BAD", bad).split()
    return [word.replace("~", " ") for word in words]


@pytest.mark.parametrize("kind", sorted(BAD))
def test_what_is_no_plan_is_refused_and_left_alone(nv: Nv, desk: Desk, kind: str) -> None:
    before = desk.bytes()
    BAD[kind](desk / "bad.nvplan")
    result = nv("merge", "bad.nvplan", "sodra.nvplan", "--into", "tom.nvplan", "--dry-run")
    assert result.code == 1
    assert "bad.nvplan" in result.err
    assert nv("show", "bad.nvplan").code == 2
    (desk / "bad.nvplan").rmdir() if kind == "folder" else (desk / "bad.nvplan").unlink()
    assert desk.bytes() == before


@pytest.mark.parametrize("command", READING)
@pytest.mark.parametrize("kind", ["text", "missing", "folder"])
def test_every_command_refuses_what_it_can_not_read(
    nv: Nv, desk: Desk, command: str, kind: str
) -> None:
    if kind != "missing":
        OTHER[kind](desk / "bad.nvplan")
    before = desk.bytes()
    result = nv(*typed(desk, command))
    assert result.code == 2
    assert "bad" in result.err
    assert desk.bytes() == before


@pytest.mark.parametrize("how", [cut, flipped])
@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_plan_is_read_as_far_as_it_goes_and_never_changed(
    nv: Nv, desk: Desk, how: Callable[[bytearray, random.Random], bytearray], seed: int
) -> None:
    whole = bytearray(good_plan(desk / "stor.nvplan", 300).read_bytes())
    (desk / "bad.nvplan").write_bytes(how(whole, random.Random(seed)))
    before = desk.bytes()
    for command in ("check BAD", "show BAD", "merge BAD --into tom.nvplan --dry-run"):
        assert nv(*typed(desk, command)).code in ((1, 2) if how is cut else (0, 1))
    assert desk.bytes() == before
    assert nv("salvage", "bad.nvplan", "ut.nvplan").code in (0, 1, 2)
    assert {**desk.bytes(), **before} == desk.bytes()


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("show BAD", 0),
        ("check BAD", 0),
        ("set BAD TEAM goal=x", 2),
        ("merge sodra.nvplan --into BAD", 2),
        ("merge BAD --into tom.nvplan", 2),
        ("handback BAD ut.nvplan --county-part sodra", 2),
    ],
)
def test_a_plan_from_a_newer_program_is_shown_and_never_written(
    nv: Nv, desk: Desk, command: str, code: int
) -> None:
    data = bytearray((desk / "sodra.nvplan").read_bytes())
    data[60:64] = (2).to_bytes(4, "big")
    (desk / "bad.nvplan").write_bytes(data)
    before = desk.bytes()
    result = nv(*typed(desk, command))
    assert (result.code, "nyare version" in result.err) == (code, True)
    assert desk.bytes() == before


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("add sodra.nvplan action title=x end=31~februari", "31 februari"),
        ("add sodra.nvplan action title=x end=v.~54", "54"),
        ("add sodra.nvplan action title=x effect=många", "många"),
        ("add sodra.nvplan action title=x effect=9", "1–5"),
        ("add sodra.nvplan action title=x number=0", "minst 1"),
        ("add sodra.nvplan action title=x status=snart", "Prövad och avslutad"),
        ("add sodra.nvplan action title=x principal=Umeå", "Övertorneå kommun"),
        ("add sodra.nvplan action title=x shared=kanske", "ja eller nej"),
        ("add sodra.nvplan action rubrik=x", "description"),
        ("add sodra.nvplan uppgift title=x", "self_rating"),
        ("add sodra.nvplan plan title=x", "slag"),
        ("add sodra.nvplan receipt at=x", "slag"),
        ("add sodra.nvplan action title", "likhetstecken"),
        ("add sodra.nvplan action title=", "fält"),
        ("add sodra.nvplan action", "fält"),
        ("add sodra.nvplan action title=a title=b", "två gånger"),
        ("add sodra.nvplan follow_up comment=x action=nix", "nix"),
        ("add sodra.nvplan follow_up comment=x action=SIP", "borttagen"),
        ("add sodra.nvplan self_rating item=R1 tally=många", "heltal"),
        ("set sodra.nvplan nix title=x", "nix"),
        ("set sodra.nvplan SIP title=x", "borttagen"),
        ("set sodra.nvplan TEAM=x", "saknas"),
        ("set sodra.nvplan TEAM titel=x", "supporting_shifts"),
        ("remove sodra.nvplan SIP", "borttagen"),
        ("restore sodra.nvplan TEAM", "inte borttagen"),
        ("erase sodra.nvplan TEAM goal", "--yes"),
        ("erase sodra.nvplan TEAM risk --yes", "inget värde"),
        ("resolve samlad.nvplan TEAM goal --use 3", "1–2"),
        ("resolve samlad.nvplan TEAM goal --use -1", "1–2"),
        ("resolve samlad.nvplan TEAM goal", "--use"),
        ("resolve samlad.nvplan TEAM goal --use 1 --value x", "--use"),
        ("resolve samlad.nvplan TEAM title --use 1", "goal"),
        ("resolve sodra.nvplan TEAM goal --use 1", "inte i konflikt"),
        ("resolve samlad.nvplan TEAM end --value 31~februari", "31 februari"),
        ("resolve samlad.nvplan SIP removed --value kanske", "ja eller nej"),
        ("join samlad.nvplan TEAM", "minst två"),
        ("join samlad.nvplan TEAM TEAM", "minst två"),
        ("join samlad.nvplan TEAM SIP --set goal", "likhetstecken"),
        ("join samlad.nvplan TEAM SIP --set nix=x", "inget fält"),
        ("split samlad.nvplan TEAM", "ingen gemensam åtgärd"),
        ("split samlad.nvplan nix", "nix"),
        ("distinct samlad.nvplan TEAM TEAM", "olika"),
        ("new sodra.nvplan --overall", "finns redan"),
        ("new . --overall", "finns redan"),
        ("new ny.nvplan --county-part Skåne", "Luleå/Boden"),
        ("new ny.nvplan", "--overall"),
        ("new ny.nvplan --overall --county-part sodra", "--overall"),
        ("new ny.nvplan --overall --strategy nix", "norrbotten"),
        ("new nix/ny.nvplan --overall", "Mappen"),
        ("overall sodra.nvplan", "länsdels plan"),
        ("overall samlad.nvplan --principal Skåne", "Älvsbyns kommun"),
        ("overall samlad.nvplan --body nix", "Länsstyrgruppen"),
        ("handback samlad.nvplan ut.nvplan --county-part norra", "Södra"),
        ("handback samlad.nvplan ut.nvplan --county-part Skåne", "Skåne"),
        ("handback samlad.nvplan sodra.nvplan --county-part sodra", "finns redan"),
        ("salvage skadad.nvplan sodra.nvplan", "finns redan"),
        ("undo-merge sodra.nvplan", "ingen sammanslagning"),
        ("undo-merge samlad.nvplan TEAM", "kvitto"),
        ("merge tom --into samlad.nvplan", "tom"),
        ("export sodra.nvplan ut.odt", ".xlsx"),
        ("export sodra.nvplan ut", ".xlsx"),
        ("export sodra.nvplan nix/ut.xlsx", "nix"),
        ("paper sodra.nvplan nix/ut.pdf", "nix"),
        ("paper sodra.nvplan ut.docx", ".pdf"),
        ("paper sodra.nvplan ut.pdf --what nix", "worksheets"),
        ("paper sodra.nvplan ut.pdf --workshop TEAM", "ingen workshop"),
        ("export sodra.nvplan kopia.nvplan", ".nvplan"),
        ("export sodra.nvplan ut.xlsx --report nix", "handlingsplan"),
        ("export sodra.nvplan ut.xlsx --principal nix", "Piteå kommun"),
        ("show sodra.nvplan --kind nix", "action"),
        ("history sodra.nvplan nix", "nix"),
        ("strategy --id nix", "norrbotten"),
        ("strategy --id ../../x", "norrbotten"),
    ],
)
def test_what_can_not_be_done_says_why_and_changes_nothing(
    nv: Nv, desk: Desk, command: str, told: str
) -> None:
    if "merge tom " in command:
        (desk / "tom").mkdir()
    before = desk.bytes()
    result = nv(*typed(desk, command))
    assert result.code == 2
    assert told in result.err
    assert result.err.count("\n") == 1
    assert desk.bytes() == before


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("shw sodra.nvplan", "Menade du show?"),
        ("nix", "nix"),
        ("show", "FIL saknas"),
        ("merge sodra.nvplan", "--into saknas"),
        ("merge --into tom.nvplan", "KÄLLA"),
        ("show sodra.nvplan --knd action", "Menade du --kind?"),
        ("show sodra.nvplan --kind", "--kind ska ha ett värde"),
        ("show sodra.nvplan --json=1", "--json tar inget värde"),
        ("resolve samlad.nvplan TEAM goal --use två", "--use ska vara ett heltal"),
        ("show sodra.nvplan extra", "citattecken"),
        ("add sodra.nvplan action title=Mobilt team", "citattecken"),
    ],
)
def test_a_mistyped_command_is_explained_in_swedish(
    nv: Nv, desk: Desk, command: str, told: str
) -> None:
    result = nv(*typed(desk, command))
    assert (result.code, result.out) == (2, "")
    assert told in result.err
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("command", ["show BAD", "new BAD --overall", "export sodra.nvplan BAD"])
@pytest.mark.parametrize("name", ["", "a\0b.xlsx", "å" * 200 + ".xlsx", "\udcff.xlsx"])
def test_a_name_no_file_can_have_is_refused(nv: Nv, desk: Desk, command: str, name: str) -> None:
    result = nv(*[name if word == "BAD" else word for word in command.split()])
    assert result.code == 2
    assert "amn" in result.err


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("command", ["new BAD --overall", "show BAD", "set BAD TEAM goal=x"])
def test_a_link_that_leads_to_itself_is_refused(nv: Nv, desk: Desk, command: str) -> None:
    (desk / "bad.nvplan").symlink_to("bad.nvplan")
    result = nv(*typed(desk, command))
    assert (result.code, "leder till sig själv" in result.err) == (2, True)


def test_names_with_spaces_and_swedish_letters_work(nv: Nv, desk: Desk) -> None:
    names = ("Södra – möte 3.nvplan", "ЖЖ 日本 😀.nvplan", "So\u0308dra.nvplan")
    for name in names:
        shutil.copy(desk / "sodra.nvplan", desk / name)
        assert nv("set", name, desk.team, f"goal={name}").code == 0
    told = nv("merge", *names, "--into", "tom.nvplan", "--json").json
    assert [one["file"] for one in told["sources"]] == list(names)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Öppna samtal 😀", "Öppna samtal 😀"),
        ("Sámi giella – Čáhci, ŧ đ ŋ", "Sámi giella – Čáhci, ŧ đ ŋ"),
        ("abc \u200f\u05d0\u05d1 def", "abc \u200f\u05d0\u05d1 def"),
        ("Pitea\u030a a\u0308r o\u0308ppet", "Piteå är öppet"),
        ("r\x1b[31möd\x07", "r[31möd"),
        ("trasig\udcff", "trasig\ufffd"),
        ("a\nb\tc", "a b c"),
        ("x" * 2000, "x" * 2000),
        ("--json", "--json"),
        ("=a=b=", "=a=b="),
        ("'; DROP TABLE change; --", "'; DROP TABLE change; --"),
    ],
)
def test_any_text_is_kept_and_harmless(nv: Nv, desk: Desk, text: str, kept: str) -> None:
    entity = nv("add", "sodra.nvplan", "action", f"title={text}").last
    told = nv("show", "sodra.nvplan", "--kind", "action", "--json").json
    assert next(one["title"] for one in told if one["id"] == entity) == kept
    assert "\x1b" not in nv("show", "sodra.nvplan", "--kind", "action").out


def test_decomposed_letters_match_the_lists(nv: Nv, desk: Desk) -> None:
    assert nv("set", "sodra.nvplan", desk.team, "principal=Pitea\u030a").code == 0
    assert nv("new", "ny.nvplan", "--county-part", "So\u0308dra").code == 0
    told = nv("show", "sodra.nvplan", "--kind", "action", "--json").json
    assert told[0]["principal"] == "2581"


@pytest.mark.parametrize("field", ["title", "description", "status", "end", "effect", "shared"])
def test_a_megabyte_is_refused_in_few_words(nv: Nv, desk: Desk, field: str) -> None:
    before = desk.bytes()
    result = nv("set", "sodra.nvplan", desk.team, f"{field}={'x' * 1_000_000}")
    assert result.code == 2
    assert len(result.err) < 600
    assert desk.bytes() == before


def test_a_part_of_an_id_must_be_long_enough_to_be_meant(nv: Nv, desk: Desk) -> None:
    for short in ("", desk.team[:3]):
        result = nv("set", "sodra.nvplan", short, "title=x")
        assert result.code == 2
    assert nv("set", "sodra.nvplan", desk.team[:8], "title=x").code == 0


def test_what_the_program_keeps_itself_can_not_be_edited(nv: Nv, desk: Desk) -> None:
    before = desk.bytes()
    for kind in ("receipt", "writer"):
        one = nv("show", "samlad.nvplan", "--kind", kind, "--json").json[0]["id"]
        assert "programmet" in nv("set", "samlad.nvplan", one, "plan=x").err
        assert nv("remove", "samlad.nvplan", one).code == 2
    plan = nv("show", "samlad.nvplan", "--json").json["plan"]
    assert "undo-merge" in nv("remove", "samlad.nvplan", plan).err
    assert desk.bytes() == before


def test_setting_what_stands_there_already_leaves_the_file_alone(nv: Nv, desk: Desk) -> None:
    before = desk.bytes()
    result = nv("set", "sodra.nvplan", desk.team, "goal=Mål hemma")
    assert (result.code, "Inget att ändra" in result.err) == (0, True)
    assert desk.bytes() == before


def test_a_strategy_the_program_lacks_is_named_and_the_plan_still_shown(nv: Nv, desk: Desk) -> None:
    plan = nv("show", "sodra.nvplan", "--json").json["plan"]
    nv("set", "sodra.nvplan", plan, "strategy=../skane")
    for command in ("show BAD", "export BAD ut.xlsx", "set BAD TEAM goal=x", "history BAD"):
        result = nv(*typed(desk, command, "sodra.nvplan"))
        assert result.code == 0
        assert "../skane" in result.err
    assert nv("merge", "sodra.nvplan", "--into", "tom.nvplan").code == 0


def test_merging_a_plan_with_itself_says_so(nv: Nv, desk: Desk) -> None:
    before = desk.bytes()
    result = nv("merge", "sodra.nvplan", "--into", "sodra.nvplan")
    assert (result.code, "samma fil" in result.err) == (0, True)
    assert desk.bytes() == before


def test_two_files_of_one_name_are_told_apart(nv: Nv, desk: Desk) -> None:
    for name in ("sodra", "kopia"):
        (desk / name).mkdir()
        shutil.copy(desk / f"{name}.nvplan", desk / name / "plan.nvplan")
    result = nv("merge", "sodra", "kopia", "--into", "tom.nvplan")
    assert result.code == 1
    assert str(Path("sodra", "plan.nvplan")) in result.err
    assert str(Path("kopia", "plan.nvplan")) in result.err


def test_a_file_that_goes_away_meanwhile_is_written_anew(
    nv: Nv, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = target.Target.read

    def read_and_lose(self: target.Target) -> object:
        content = read(self)
        self.place.unlink()
        return content

    with monkeypatch.context() as patch:
        patch.setattr(target.Target, "read", read_and_lose)
        assert nv("set", "sodra.nvplan", desk.team, "goal=x").code == 0
    assert nv("check", "sodra.nvplan").code == 0


def test_a_plan_another_window_writes_is_waited_for_and_then_left(
    nv: Nv, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(target, "_LOCK_SECONDS", 0.1)
    assert nv("set", "sodra.nvplan", desk.team, "goal=x").code == 0
    before = desk.bytes()
    (lock,) = Path(os.environ["NVWORKSHOP_HOME"], "locks").iterdir()
    with FileLock(lock):
        result = nv("set", "sodra.nvplan", desk.team, "goal=y")
    assert (result.code, "annat fönster" in result.err) == (2, True)
    assert desk.bytes() == before


@contextmanager
def mounted(place: Path, *options: str) -> Iterator[None]:
    done = subprocess.run(["mount", *options, str(place)], check=False, capture_output=True)
    if done.returncode:
        pytest.skip("this system lets nobody mount")
    try:
        yield
    finally:
        subprocess.run(["umount", str(place)], check=True)


@ROOT_ONLY
def test_a_full_disk_leaves_the_old_file(nv: Nv, desk: Desk) -> None:
    stick = desk / "sticka"
    stick.mkdir()
    with mounted(stick, "-t", "tmpfs", "-o", "size=300k", "tmpfs"):
        shutil.copy(desk / "sodra.nvplan", stick)
        before = desk.bytes()
        for command in (
            "set sticka/sodra.nvplan TEAM goal=x",
            "new sticka/ny.nvplan --overall",
            "handback samlad.nvplan sticka/hem.nvplan --county-part sodra",
            "salvage skadad.nvplan sticka/ut.nvplan",
        ):
            result = nv(*typed(desk, command))
            assert (result.code, "full" in result.err) == (2, True)
            assert desk.bytes() == before


@ROOT_ONLY
def test_a_read_only_place_leaves_the_old_file(nv: Nv, desk: Desk) -> None:
    stick = desk / "sticka"
    stick.mkdir()
    shutil.copy(desk / "sodra.nvplan", stick)
    before = desk.bytes()
    with mounted(stick, "--bind", str(stick)):
        subprocess.run(["mount", "-o", "remount,ro,bind", str(stick)], check=True)
        for command in (
            "set sticka/sodra.nvplan TEAM goal=x",
            "new sticka/ny.nvplan --overall",
            "export sodra.nvplan sticka/ut.csv",
        ):
            result = nv(*typed(desk, command))
            assert (result.code, "skrivskyddad" in result.err) == (2, True)
            assert desk.bytes() == before
        assert nv("show", "sticka/sodra.nvplan").code == 0


def test_a_home_folder_that_can_not_be_is_a_sentence(
    nv: Nv, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NVWORKSHOP_HOME", str(desk / "sodra.nvplan" / "hem"))
    before = desk.bytes()
    result = nv("set", "kopia.nvplan", desk.team, "goal=x")
    assert (result.code, "Programmets egen mapp" in result.err) == (2, True)
    assert str(desk / "sodra.nvplan" / "hem") in result.err
    assert desk.bytes() == before


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.ENOENT, errno.EIO, None])
def test_what_the_system_refuses_is_a_sentence_of_ours(code: int | None) -> None:
    error = OSError(code, "No space left on device", "plan.nvplan") if code else OSError("broken")
    assert not ENGLISH.search(system_error(error).sentence)
    assert "device" not in system_error(error).sentence


def raise_key_error(_: object) -> None:
    raise KeyError


def test_a_bug_is_owned_up_to_without_a_traceback(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("nvworkshop.session.suggesting.pairs_in", raise_key_error)
    assert run(["duplicates", "sodra.nvplan"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("Ett fel i programmet: KeyError.")
    assert "Traceback" not in told


def test_ctrl_c_says_that_it_stopped(nv: Nv, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("nvworkshop.session.merge.merge", interrupt)
    before = desk.bytes()
    result = nv("merge", "sodra.nvplan", "--into", "tom.nvplan")
    assert (result.code, "Avbrutet" in result.err) == (2, True)
    assert desk.bytes() == before


@pytest.fixture
def heeded() -> Iterator[None]:
    """Let children heed Ctrl-C: a shell that runs the tests in the background has it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
@pytest.mark.usefixtures("heeded")
def test_ctrl_c_reaches_the_program_while_it_waits(nv: Nv, desk: Desk) -> None:
    nv("set", "sodra.nvplan", desk.team, "goal=x")
    before = desk.bytes()
    (lock,) = Path(os.environ["NVWORKSHOP_HOME"], "locks").iterdir()
    with FileLock(lock), start("set", "sodra.nvplan", desk.team, "goal=y") as process:
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=30)
    assert process.returncode == 2
    assert told.decode().strip().startswith("Avbrutet")
    assert desk.bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="POSIX pipes")
def test_a_reader_that_has_had_enough_is_no_trouble(desk: Desk) -> None:
    with start("history", "samlad.nvplan", "--json") as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(1)
        process.stdout.close()
        told = process.stderr.read().decode()
    assert (process.returncode, told) == (0, "")


@pytest.mark.skipif(os.name == "nt", reason="arguments are text there")
def test_bytes_that_are_no_text_are_answered_too(desk: Desk) -> None:
    with start("set", "sodra.nvplan", b"\xff\xfe", b"title=\xff") as process:
        _, told = process.communicate(timeout=30)
    assert process.returncode == 2
    assert "finns inget med id" in told.decode()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        ("add sodra.nvplan idea title=x", 1, "Det som skulle göras är gjort"),
        ("merge kopia.nvplan --into tom.nvplan --json", 1, "Det som skulle göras är gjort"),
        ("new ny.nvplan --overall --json", 1, "Det som skulle göras är gjort"),
        ("check sodra.nvplan", 2, "Låt svaret gå till en annan plats."),
    ],
)
def test_an_answer_that_does_not_fit_is_told_apart_from_the_work(
    desk: Desk, arguments: str, code: int, told: str
) -> None:
    command = [sys.executable, "-m", "nvworkshop", *arguments.split()]
    before = desk.bytes()
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
        assert (done.returncode, told in done.stderr.decode()) == (code, True), done.stderr
        assert "Disken är full. Frigör" not in done.stderr.decode()
        assert (desk.bytes() != before) == (code == 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
def test_messages_that_can_not_be_written_stop_nothing(desk: Desk) -> None:
    command = [sys.executable, "-m", "nvworkshop", "export", "sodra.nvplan", "ut.xlsx"]
    nothing = [sys.executable, "-m", "nvworkshop", "check", "sodra.nvplan"]
    with Path("/dev/full").open("w") as full:
        assert subprocess.run(command, stderr=full, check=False).returncode == 0
        assert subprocess.run(nothing, stdout=full, stderr=full, check=False).returncode == 2
    assert (desk / "ut.xlsx").is_file()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_pipe_with_the_documents_name_is_refused(nv: Nv, desk: Desk) -> None:
    for name in ("ut.xlsx", "kort.pdf"):
        os.mkfifo(desk / name)
    result = nv("export", "sodra.nvplan", "ut.xlsx")
    assert (result.code, "ut.xlsx är ingen vanlig fil" in result.err) == (2, True)
    result = nv("paper", "sodra.nvplan", "kort.pdf", "--what", "cards")
    assert (result.code, "kort.pdf är ingen vanlig fil" in result.err) == (2, True)


@pytest.mark.parametrize("command", ["news", "receipts"])
def test_a_beginning_of_several_receipts_is_asked_about(
    nv: Nv, desk: Desk, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = iter(["ab" + 30 * "0", "ab" + 30 * "1"])
    monkeypatch.setattr(Surroundings, "new_id", lambda _: next(ids))
    nv("merge", "sodra.nvplan", "--into", "tom.nvplan")
    nv("merge", "kopia.nvplan", "--into", "tom.nvplan")
    result = nv(command, "tom.nvplan", "ab")
    assert (result.code, result.out) == (2, "")
    assert "”ab” kan vara flera kvitton. Skriv fler tecken av id:t." in result.err
    assert nv(command, "tom.nvplan", "ab0").code == nv(command, "tom.nvplan").code == 0
