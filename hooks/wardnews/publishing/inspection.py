"""Looks after a target: is what is served what was published, and does the timer still run."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from wardnews.publishing.fingerprints import hash_file, list_files
from wardnews.publishing.last_run import LastRun, read_last_run
from wardnews.publishing.manifest import Manifest, ManifestUnreadableError, read_manifest
from wardnews.publishing.meddling import read_meddling, show_path
from wardnews.publishing.releases import Target, read_current, read_held
from wardnews.text.dates import show_moment_short

_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")  # of moments, as long as no release tells the ward's
_NAMED = 5  # files that a message names
_PUBLISH = "chạy lại publish_site.py với thư mục này"
_LOOK = (
    "có người hoặc phần mềm khác đã sửa trang: giữ một bản sao để xem, chạy lại publish_site.py "
    "với --again, đổi mật khẩu máy chủ, báo người phụ trách kỹ thuật"
)
_CALL = "nếu vẫn còn, báo người phụ trách kỹ thuật"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One question about a target and its answer (in Vietnamese); the remedy when it is bad."""

    name: str  # short and stable, for monitors
    ok: bool
    message: str
    remedy: str = ""


def inspect_target(target: Target, now: datetime, max_age: timedelta) -> tuple[Check, ...]:
    """Every check; `max_age` is how long ago the timer may have run."""
    return tuple(_inspect(target, now, max_age))


def _inspect(target: Target, now: datetime, max_age: timedelta) -> Iterator[Check]:
    name, manifest = read_current(target), None
    try:
        manifest = read_manifest(target.releases / name) if name else None
        yield check_current(target, name)
    except ManifestUnreadableError as error:
        yield _bad("current", f"bản đang công khai ({name}) không có bản kê đọc được: {error}.",
                   f"{_PUBLISH}; {_CALL}")  # fmt: skip
    run = read_last_run(target.folder)
    due = run.next_change if run else None
    held = read_held(target)
    is_back = held is not None and held.is_left_for(name)
    if manifest:
        yield check_files(target, manifest)
        yield check_meddling(target)
        yield check_disk(target, manifest)
        due = manifest.next_change if is_back else due or manifest.next_change
    zone = manifest.published.tzinfo if manifest else _ZONE
    run = run and replace(run, at=run.at.astimezone(zone))
    yield check_timer(run, now, max_age)
    if is_back and due and due <= now:
        yield _tell_overdue(due)
    else:
        yield check_freshness(due, manifest.now if manifest else now, now, max_age)


def check_current(target: Target, name: str) -> Check:
    """Does the web server find a release of ours?"""
    if name:
        return _good("current", f"đang công khai bản {name}.")
    if target.current.exists() and not target.current.is_symlink():
        return _bad("current", '"current" là thư mục hoặc tệp, không phải liên kết.',
                    "đổi tên nó đi rồi xuất bản lại")  # fmt: skip
    return _bad("current", '"current" không dẫn tới bản nào trong "releases".',
                f"{_PUBLISH}; máy chủ web phải đọc ở {target.current}")  # fmt: skip


def check_files(target: Target, manifest: Manifest) -> Check:
    """Every byte that is served, nothing more and nothing less."""
    folder = target.releases / manifest.release
    there = set(list_files(folder))
    strange = sorted(there - manifest.files.keys())
    missing = sorted(manifest.files.keys() - there)
    changed = [
        path
        for path, fact in sorted(manifest.files.items())
        if path in there and not _is_same(folder / path, fact.sha256)
    ]
    told = [
        f"{len(paths)} tệp {what}: {_name(paths)}"
        for what, paths in (("bị đổi", changed), ("lạ", strange), ("bị mất", missing))
        if paths
    ]
    if not told:
        return _good("files", f"{len(manifest.files)} tệp đúng từng byte như lúc xuất bản.")
    return _bad("files", "; ".join(told) + ".", _LOOK)


def check_meddling(target: Target) -> Check:
    """Has somebody looked at what was found changed, though it was made anew meanwhile?"""
    found = read_meddling(target)
    if not found:
        return _good("meddling", "không có dấu vết sửa trang nào chưa được xem.")
    return _bad("meddling", f"từng có {len(found)} tệp bị sửa, lạ hoặc mất: {_name(found)}.",
                _LOOK)  # fmt: skip


def _name(paths: Sequence[str]) -> str:
    """The first of the paths."""
    return ", ".join(map(show_path, paths[:_NAMED])) + "…" * (len(paths) > _NAMED)


def _is_same(path: Path, sha256: str) -> bool:
    return not path.is_symlink() and hash_file(path) == sha256


def check_timer(run: LastRun | None, now: datetime, max_age: timedelta) -> Check:
    """Does the publisher run again and again, and does it end well?"""
    remedy = "xem bộ hẹn giờ (systemctl list-timers, crontab -l) còn chạy publish_site.py không"
    if run is None:
        return _bad("timer", "chưa thấy lần chạy nào.", remedy)
    when = show_moment_short(run.at)
    if now - run.at > max_age:
        return _bad("timer", f"lần chạy gần nhất đã lâu: {when}.", remedy)
    if run.outcome == "refused":
        return _bad("timer", f"lần chạy {when} không xuất bản được vì còn lỗi.",
                    "chạy publish_site.py để đọc lỗi, sửa rồi chạy lại")  # fmt: skip
    if run.outcome in ("held", "rolled-back"):
        return _bad("timer", f"trang đã lùi về bản {run.release}; từ đó chưa có bản mới.",
                    "sửa hoặc gỡ bài sai rồi xuất bản lại")  # fmt: skip
    return _good("timer", f"lần chạy gần nhất: {when}.")


def check_freshness(
    due: datetime | None, built_for: datetime, now: datetime, max_age: timedelta
) -> Check:
    """Has everything taken effect that was to, and nothing before its time?

    That is: scheduled items, ends of terms, closed months.
    """
    if built_for > now:
        return _bad("feeds", f"trang dựng như lúc {show_moment_short(built_for)}, là lúc chưa tới: "
                    "bài hẹn giờ có thể đã hiện.", f"{_PUBLISH}, không kèm --now")  # fmt: skip
    if due is None:
        return _bad("feeds", "chưa biết khi nào có thay đổi hẹn giờ.", _PUBLISH)
    when = show_moment_short(due)
    if now > due + max_age:
        return _bad("feeds", f"thay đổi hẹn lúc {when} chưa có hiệu lực: trang đang cũ.",
                    f"{_PUBLISH}, rồi xem bộ hẹn giờ")  # fmt: skip
    return _good("feeds", f"trang và nguồn tin còn mới; thay đổi hẹn giờ tiếp theo: {when}.")


def _tell_overdue(due: datetime) -> Check:
    """No timer mends a release that was gone back to: at once, without the patience for a timer."""
    return _bad("feeds", f"trang đã lùi, nên thay đổi hẹn lúc {show_moment_short(due)} chưa có "
                "hiệu lực: bản đang công khai có thể còn bài hết hạn.",
                "sửa hoặc gỡ bài sai rồi chạy publish_site.py; vẫn muốn xuất bản đúng nội dung cũ "
                "thì thêm --again")  # fmt: skip


def check_disk(target: Target, manifest: Manifest) -> Check:
    """Is there room for another release, should every file of it be new?"""
    needed = 2 * sum(fact.size for fact in manifest.files.values())  # in work/ and in releases/
    free = shutil.disk_usage(target.folder).free
    told = f"còn trống {_show_size(free)}, bản mới cần nhiều nhất {_show_size(needed)}."
    if free < needed:
        return _bad("disk", told, "dọn bớt ổ đĩa, hoặc giữ ít bản hơn (--keep)")
    slots = os.statvfs(target.folder)
    if slots.f_files and slots.f_favail < 2 * len(manifest.files):
        return _bad("disk", f"ổ đĩa chỉ còn tạo được {slots.f_favail} tệp.", "dọn bớt các tệp nhỏ")
    return _good("disk", told)


def _show_size(size: int) -> str:
    return f"{size / 1e6:.0f} MB" if size < 1e9 else f"{size / 1e9:.1f} GB".replace(".", ",")


def _good(name: str, message: str) -> Check:
    return Check(name=name, ok=True, message=message)


def _bad(name: str, message: str, remedy: str) -> Check:
    return Check(name=name, ok=False, message=message, remedy=remedy)


def render_checks(checks: Iterable[Check]) -> str:
    """A line a check for a person, and what to do about it."""
    return "".join(
        f"{'TỐT' if check.ok else 'HỎNG'}  {check.message[0].upper()}{check.message[1:]}\n"
        + f"      Cách sửa: {check.remedy}.\n" * (not check.ok)
        for check in checks
    )


def render_checks_json(checks: Iterable[Check]) -> str:
    """An object {"ok", "checks": [{"name", "ok", "message", "remedy"}]} for a monitor."""
    rows = [asdict(check) for check in checks]
    found = {"ok": all(row["ok"] for row in rows), "checks": rows}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
