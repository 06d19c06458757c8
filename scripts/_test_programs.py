"""The programs that the tests ask: a browser, web servers, readers of HTML, feeds and pictures.

Standard library only. What is missing is installed where that is possible (Debian, as root); a run
that finds everything asks nobody. `.readers` holds what is only unpacked: WordPress, for the parser
in it, and what comes from npm. Each comes there whole, by its last step.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from _environment import CHECKOUT, only_one

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_READERS = CHECKOUT / ".readers"
_SERVER_PROGRAMS = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin"))
_BROTLI_MODULE = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
_NODE_PACKAGES = ("package.json", "package-lock.json")


def prepare_programs() -> str:
    """Install what is missing, if possible; the browser's path. Or end with one sentence."""
    if _list_missing():
        with only_one(CHECKOUT):
            _install(_list_missing())
        if missing := _list_missing():
            sys.exit(
                f"Còn thiếu để kiểm thử: {', '.join(missing)}. Trên Debian, Ubuntu hãy nối mạng "
                "rồi chạy lại bằng quyền quản trị; trên máy khác hãy tự cài."
            )
    return find_browser()


def find_browser() -> str:
    return next(filter(None, map(shutil.which, _BROWSERS)), "")


def _has_extension(name: str) -> bool:
    """Does PHP have this extension?"""
    command = ["php", "-r", f"exit((int) !extension_loaded('{name}'));"]
    return bool(shutil.which("php")) and subprocess.run(command, check=False).returncode == 0


def _has_wordpress() -> bool:
    return (_READERS / "wordpress").is_dir()


def _has_node_readers() -> bool:
    """Are the readers there that the lock names? Its copy is put beside them last."""
    lock = _NODE_PACKAGES[-1]
    try:
        installed = (_READERS / "node_modules" / lock).read_bytes()
    except OSError:
        return False
    return installed == (CHECKOUT / "tests" / "readers" / lock).read_bytes()


# What is needed, by the name of Debian's package: is it here?
_PACKAGES: dict[str, Callable[[], object]] = {
    "chromium": find_browser,
    "newsboat": partial(shutil.which, "newsboat"),
    "php-cli": partial(shutil.which, "php"),
    "php-xml": partial(_has_extension, "simplexml"),
    "php-mbstring": partial(_has_extension, "mbstring"),
    "libxml2-utils": partial(shutil.which, "xmllint"),
    "nodejs": partial(shutil.which, "node"),
    "default-jre-headless": partial(shutil.which, "java"),
    "libimage-exiftool-perl": partial(shutil.which, "exiftool"),
    "nginx-light": partial(shutil.which, "nginx", path=_SERVER_PROGRAMS),
    "libnginx-mod-http-brotli-static": _BROTLI_MODULE.is_file,
    "caddy": partial(shutil.which, "caddy"),
}
_WORDPRESS, _NODE_READERS = "WordPress", "feedsmith, rss-parser và vnu-jar (npm)"


def _list_missing() -> list[str]:
    unpacked = {_WORDPRESS: _has_wordpress, _NODE_READERS: _has_node_readers}
    return [name for name, is_here in {**_PACKAGES, **unpacked}.items() if not is_here()]


def _install(missing: list[str]) -> None:
    """Try to install each; what did not work is simply still missing afterwards."""
    if missing:
        print(f"Cài để kiểm thử: {', '.join(missing)} …", file=sys.stderr, flush=True)
    packages = [name for name in missing if name in _PACKAGES]
    if _NODE_READERS in missing and not shutil.which("npm"):
        packages.append("npm")
    if (packages or _WORDPRESS in missing) and _is_debian_root():
        _run("apt-get", "update", "-qq")
        _run("apt-get", "install", "-y", "-qq", *packages)
        if _WORDPRESS in missing:
            _fetch_wordpress()
    if _NODE_READERS in missing and shutil.which("npm"):
        _fetch_node_readers()


def _is_debian_root() -> bool:
    return bool(shutil.which("apt-get")) and hasattr(os, "geteuid") and os.geteuid() == 0


def _fetch_wordpress() -> None:
    """Unpack WordPress without installing it: its parser needs neither server nor database."""
    _READERS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=_READERS) as name:
        folder = Path(name)
        _run("apt-get", "download", "-qq", "wordpress", cwd=folder)
        for package in folder.glob("wordpress_*.deb"):
            if _run("dpkg-deb", "-x", package.name, "unpacked", cwd=folder):
                (folder / "unpacked").rename(_READERS / "wordpress")


def _fetch_node_readers() -> None:
    """Install what the lock in tests/readers names, beside the sources and not among them."""
    _READERS.mkdir(exist_ok=True)
    for name in _NODE_PACKAGES:
        shutil.copyfile(CHECKOUT / "tests" / "readers" / name, _READERS / name)
    if _run("npm", "ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund", cwd=_READERS):
        lock = _NODE_PACKAGES[-1]
        shutil.copyfile(_READERS / lock, _READERS / "node_modules" / lock)


def _run(*command: str, cwd: Path = CHECKOUT) -> bool:
    """Run a command that installs; what it has to say matters only when it fails."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command, cwd=cwd, env=quiet, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if done.returncode:
        tail = done.stdout.decode("utf-8", "replace").splitlines()[-5:]
        print("\n".join(tail), file=sys.stderr, flush=True)
    return done.returncode == 0
