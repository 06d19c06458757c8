"""The environment of the scripts: a virtual one in the checkout, made on first use.

Standard library only. `.venv` holds the dependencies of a lock and never this package; a script
puts its own checkout's `hooks/` first. Each lock is stamped with its hash when it is installed
completely, so a changed lock or an interrupted installation is noticed and done again.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
_A_PACKAGE = ("Collecting ", "Ignoring ", "Requirement already satisfied: ")  # pip's words


def enter_environment(script: str, *, dev: bool = False) -> None:
    """Go on inside the environment of `script` (its __file__), made or renewed when needed.

    With `dev` the tools for testing are there too. Nothing is written to standard output.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")  # a Windows console has another code page
    if sys.version_info < OLDEST:
        sys.exit(
            f"Cần Python {OLDEST[0]}.{OLDEST[1]} trở lên; máy đang dùng Python "
            f"{sys.version_info[0]}.{sys.version_info[1]}. Hãy cài bản mới rồi chạy lại."
        )
    # Material announces its end of life (5 May 2027) at every build; ARCHITECTURE.md says what
    # replaces it, and an editor has nothing to do about it.
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    python = prepare_environment(CHECKOUT, dev=dev)
    if Path(sys.prefix).resolve() == (CHECKOUT / ".venv").resolve():
        sys.path.insert(0, str(CHECKOUT / "hooks"))
        return
    command = [str(python), str(Path(script).resolve()), *sys.argv[1:]]
    if os.name == "nt":  # execv of Windows does not wait
        sys.exit(subprocess.call(command))
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(python, command)


def prepare_environment(checkout: Path, *, dev: bool = False) -> Path:
    """Make sure that the environment holds what the lock asks for; return its Python."""
    lock = checkout / ("requirements-dev.lock" if dev else "requirements.lock")
    folder = checkout / ".venv"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if _is_ready(folder, python, lock):
        return python
    with only_one(checkout):
        if not _is_ready(folder, python, lock):
            _install(folder, python, lock)
    return python


def _is_ready(folder: Path, python: Path, lock: Path) -> bool:
    """Installed completely, and its Python still there (it may have been upgraded away)?"""
    try:
        stamp = _stamp(folder, lock).read_text(encoding="utf-8")
    except OSError:
        return False
    return stamp == _fingerprint(lock) and python.exists()


def _stamp(folder: Path, lock: Path) -> Path:
    return folder / f"{lock.name}.sha256"


def _fingerprint(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def _install(folder: Path, python: Path, lock: Path) -> None:
    """Install the lock; the stamps come last, so that an interruption is noticed."""
    print("Chuẩn bị môi trường, mất chừng một phút …", file=sys.stderr, flush=True)
    # The lock for testing holds everything of the other, at the same versions.
    locks = [folder.parent / "requirements.lock", lock] if "dev" in lock.name else [lock]
    for each in locks:
        _stamp(folder, each).unlink(missing_ok=True)
    import venv  # takes 10 ms, and is needed once

    try:
        if not _works(python):  # its own Python may be running this: it cannot be written anew
            venv.EnvBuilder(with_pip=True, clear=True).create(folder)
    except (OSError, subprocess.CalledProcessError) as error:
        sys.exit(
            f"Không tạo được môi trường ở {folder}: {error}. Trên Debian, Ubuntu hãy cài gói "
            "python3-venv rồi chạy lại."
        )
    pip = [str(python), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    if tail := _run_pip([*pip, "--require-hashes", "--requirement", str(lock)], lock):
        sys.exit(
            f"Không cài được các thư viện của {lock.name}. Kiểm tra mạng rồi chạy lại. "
            f"Máy báo:\n{tail}"
        )
    for each in locks:
        _stamp(folder, each).write_text(_fingerprint(each), encoding="utf-8")


def _run_pip(command: list[str], lock: Path) -> str:
    """Install what the lock names; the last words of pip when it failed, else nothing.

    In a terminal a bar grows with each package that pip has a word about.
    """
    wanted = sum(line[:1].isalnum() for line in lock.read_text(encoding="utf-8").splitlines())
    said: list[str] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        assert process.stdout
        for line in process.stdout:
            said.append(line.decode("utf-8", "replace"))
            if sys.stderr.isatty() and said[-1].startswith(_A_PACKAGE):
                done = sum(each.startswith(_A_PACKAGE) for each in said)
                bar = "█" * (30 * done // wanted)
                print(f"\rCài thư viện |{bar:30}| {done}/{wanted} ", end="", file=sys.stderr)
                sys.stderr.flush()
    if sys.stderr.isatty():
        print(file=sys.stderr)
    return "".join(said[-5:]) if process.returncode else ""


def _works(python: Path) -> bool:
    """Does the environment's own Python start, with pip? Its base may have been removed."""
    try:
        return subprocess.run([str(python), "-c", "import pip"], check=False).returncode == 0
    except OSError:
        return False


@contextlib.contextmanager
def only_one(checkout: Path) -> Iterator[None]:
    """Let one process install at a time; the lock dies with its process."""
    with (checkout / ".venv.lock").open("w") as handle:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined]
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
