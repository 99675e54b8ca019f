"""A file is written whole or not at all, and keeps what it was where writing fails."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from command import run
from igs_costshare import InputError
from igs_costshare.files import write
from igs_costshare.wording.language import english
from igs_costshare.wording.problems import problems_text

EXAMPLE = Path(__file__).parent.parent / "examples" / "schelde.toml"
MEMORY = Path("/dev", "shm")
FULL = Path("/dev/full")
on_posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes, links or devices")


def refusal(path: Path) -> str:
    """The words with which a path is refused, without the path."""
    with pytest.raises(InputError) as caught:
        write(path, b"new")
    return problems_text(caught.value.problems, english()).replace(str(path), "PATH")


def test_a_new_file_holds_the_bytes(tmp_path: Path) -> None:
    write(tmp_path / "out.csv", b"a\r\n\xff")
    assert (tmp_path / "out.csv").read_bytes() == b"a\r\n\xff"


def test_an_old_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_bytes(b"old and longer")
    write(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@on_posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o666, 0o755])
def test_a_replaced_file_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "out.csv"
    path.write_bytes(b"old")
    path.chmod(mode)
    write(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == mode


@on_posix
def test_a_new_file_has_the_mode_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "any").touch()
    write(tmp_path / "out.csv", b"new")
    assert (tmp_path / "out.csv").stat().st_mode == (tmp_path / "any").stat().st_mode


@on_posix
def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "folder" / "target.csv", tmp_path / "link.csv"
    target.parent.mkdir()
    target.write_bytes(b"old")
    link.symlink_to(target)
    write(link, b"new")
    assert (link.is_symlink(), target.read_bytes()) == (True, b"new")


@on_posix
def test_a_link_to_nothing_yet_makes_the_file(tmp_path: Path) -> None:
    link = tmp_path / "link.csv"
    link.symlink_to(tmp_path / "target.csv")
    write(link, b"new")
    assert (tmp_path / "target.csv").read_bytes() == b"new"


@on_posix
def test_links_in_a_circle_make_room_for_the_file(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.symlink_to(other)
    other.symlink_to(one)
    write(one, b"new")
    assert one.read_bytes() == b"new"


def test_a_name_as_long_as_the_system_allows_is_fine(tmp_path: Path) -> None:
    path = tmp_path / ("é" * 125 + ".csv")
    write(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "error: PATH: is a folder\nhint: name a file in it"


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    words = "error: PATH: cannot be written: there is no such folder"
    assert refusal(tmp_path / "missing" / "out.csv") == words


@on_posix
def test_a_file_in_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert refusal(tmp_path / "file" / "out.csv") == (
        "error: PATH: cannot be written: Not a directory"
    )


@on_posix
def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / ("x" * 300)) == "error: PATH: cannot be written: File name too long"


def test_what_is_not_a_name_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a\0b").endswith(": is not the name of a file")


@on_posix
def test_a_folder_that_may_not_be_written_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        if os.access(tmp_path, os.W_OK):
            pytest.skip("this user may write anywhere")
        assert refusal(tmp_path / "out.csv") == "error: PATH: cannot be written: Permission denied"
    finally:
        tmp_path.chmod(0o755)


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full")
def test_a_full_disk_is_told() -> None:
    assert refusal(FULL) == "error: PATH: cannot be written: No space left on device"


@on_posix
def test_what_is_no_ordinary_file_is_written_to_as_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    read: list[bytes] = []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write(pipe, b"new")
    reader.join(10)
    assert (read, pipe.is_fifo()) == ([b"new"], True)


@on_posix
def test_a_replaced_file_keeps_its_owner_where_the_system_lets_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.csv"
    path.write_bytes(b"old")
    if os.geteuid() == 0:
        os.chown(path, 65534, 65533)
    before = path.stat()
    write(path, b"new")
    assert (path.stat().st_uid, path.stat().st_gid) == (before.st_uid, before.st_gid)

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "chown", refuse)
    write(path, b"newer")
    assert path.read_bytes() == b"newer"


@pytest.mark.skipif(not MEMORY.is_dir(), reason="there is no file system in memory")
def test_a_file_under_dev_is_replaced_as_any_other() -> None:
    with TemporaryDirectory(dir=MEMORY) as folder:
        path = Path(folder, "out.csv")
        write(path, b"old and longer")
        write(path, b"new")
        assert path.read_bytes() == b"new"


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="there is no /proc")
def test_what_is_open_already_is_written_on_under_each_of_its_names(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_bytes(b"one ")
    link = tmp_path / "link"
    with log.open("ab") as opened:
        number = opened.fileno()
        link.symlink_to(f"/dev/fd/{number}")
        for path in (f"/dev/fd/{number}", f"/proc/self/fd/{number}", link):
            write(Path(path), b"more ")
    assert log.read_bytes() == b"one more more more "
    write(Path(f"/proc/self/cwd/{os.path.relpath(log)}"), b"new")
    assert log.read_bytes() == b"new"


@on_posix
def test_a_reader_of_a_pipe_that_goes_away_is_no_error(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: pipe.open("rb").close())
    reader.start()
    write(pipe, b"x" * 1_000_000)
    reader.join(10)
    assert pipe.is_fifo()


# ---------------------------------------------------------------- when something goes wrong


@pytest.fixture(params=["fsync", "replace"])
def broken_disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk on which the writing, or the putting in place, fails."""

    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    if request.param == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(Path, "replace", fail)


@pytest.mark.usefixtures("broken_disk")
def test_a_file_keeps_what_it_had_where_the_disk_fails(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_bytes(b"old")
    ran = run("compute", EXAMPLE, "--output", path)
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err == f"error: {path}: cannot be written: Input/output error\n"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.usefixtures("broken_disk")
def test_no_new_file_is_left_where_the_disk_fails(tmp_path: Path) -> None:
    assert run("compute", EXAMPLE, "--output", tmp_path / "out.csv").code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_file_keeps_what_it_had_where_the_description_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_bytes(b"old")
    ran = run("compute", "-", "--output", path, stdin=b"title = 1")
    assert (ran.code, path.read_bytes()) == (2, b"old")
    assert list(tmp_path.iterdir()) == [path]


@on_posix
def test_the_output_is_not_open_to_others_while_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.csv"
    modes: list[int] = []
    path.write_bytes(b"old")
    path.chmod(0o600)

    def look(_: int) -> None:
        modes.extend(stat.S_IMODE(each.stat().st_mode) for each in tmp_path.iterdir())

    monkeypatch.setattr(os, "fsync", look)
    write(path, b"new")
    assert modes == [0o600, 0o600]


# ---------------------------------------------------------------- when the program is ended


@on_posix
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_nothing_is_left_behind_where_a_signal_ends_the_program(
    number: signal.Signals, tmp_path: Path
) -> None:
    path = tmp_path / "out.csv"
    path.write_bytes(b"old")
    script = (
        "import os, signal, sys\n"
        f"os.fsync = lambda _: os.kill(os.getpid(), {int(number)})\n"
        f"sys.argv[1:] = ['compute', {str(EXAMPLE)!r}, '--output', {str(path)!r}]\n"
        "from igs_costshare.cli import main; main()\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert ran.returncode == (130 if number is signal.SIGINT else -number)
    assert (list(tmp_path.iterdir()), path.read_bytes()) == ([path], b"old")
    assert b"Traceback" not in ran.stderr


@on_posix
def test_a_signal_goes_on_to_who_listened_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[int] = []
    before = signal.signal(signal.SIGTERM, lambda number, _: heard.append(number))
    try:
        monkeypatch.setattr(os, "fsync", lambda _: signal.raise_signal(signal.SIGTERM))
        with pytest.raises(InputError):
            write(tmp_path / "out.csv", b"new")
        assert heard == [signal.SIGTERM]
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        write(tmp_path / "out.csv", b"new")
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGTERM, before)


def test_a_file_is_written_in_a_thread_as_well(tmp_path: Path) -> None:
    writer = threading.Thread(target=write, args=(tmp_path / "out.csv", b"new"))
    writer.start()
    writer.join(10)
    assert (tmp_path / "out.csv").read_bytes() == b"new"
