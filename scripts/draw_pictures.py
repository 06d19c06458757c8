"""Draws the demo's pictures and sounds, and the podcast's picture; the same bytes every time."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from _environment import CHECKOUT, enter_environment

if __name__ == "__main__":
    enter_environment(__file__, dev=True)

from _arguments import folder, make_parser
from drawings.after_the_flood import drying_books, stacked_desks
from drawings.artwork import podcast_artwork
from drawings.bicycles import bicycle_shed
from drawings.carpentry import carpenters_bench
from drawings.desks import blackboard_and_desk, notebook_on_table, paper_and_telephone
from drawings.floods import flooded_yard, water_mark
from drawings.games import mat_of_games
from drawings.gardens import library_under_trees, vegetable_garden
from drawings.grounds import nursery_gate, school_yard
from drawings.infographic import four_targets
from drawings.instruments import laboratory, studio
from drawings.learning import computer_room, pool_in_the_yard
from drawings.lychees import lychee_scales
from drawings.meals import serving_table
from drawings.new_year import tea_and_telephone
from drawings.rainy_day import five_things
from drawings.raster import png
from drawings.rooms import (
    bookcase_with_violet_spine,
    evening_reading,
    reading_corner,
    toddlers_corner,
)
from drawings.songs import bronze_bell, singers_hat_and_umbrella
from drawings.stalls import book_festival
from drawings.tune import signature_tune, three_bells

PICTURES: dict[str, Callable[[], str]] = {
    "articles/phong-vhxh/2026/03-20-nghi-quyet-71-noi-gi/vo-o-ly.png": notebook_on_table,
    "articles/trung-tam-dvsnc/2026/09-04-quoc-sach-hang-dau/gia-sach.png": (
        bookcase_with_violet_spine
    ),
    "articles/th-mau-a/2026/09-05-ngay-khai-giang/san-truong.png": school_yard,
    "articles/mn-mau-a/2026/09-18-goc-nha-minh/ke-sach-thap.png": toddlers_corner,
    "articles/thcs-mau-a/2026/09-25-mot-tiet-day-ba-nguoi-soan/bang-xanh.png": blackboard_and_desk,
    "articles/thcs-mau-b/2026/10-06-radio-gio-ra-choi/micro.png": studio,
    "articles/trung-tam-dvsnc/2026/10-15-bon-muc-tieu-mot-trang/bon-muc-tieu.png": four_targets,
    "articles/th-mau-a/2026/10-20-mot-ngay-o-thu-vien-xanh/thu-vien-xanh.png": library_under_trees,
    "articles/th-mau-a/2026/10-20-mot-ngay-o-thu-vien-xanh/sach-theo-mau.png": (
        bookcase_with_violet_spine
    ),
    "articles/th-mau-a/2026/10-20-mot-ngay-o-thu-vien-xanh/sach-ve-lop.png": reading_corner,
    "articles/mn-mau-b/2026/10-28-cong-truong-gio-don-con/cong-truong.png": nursery_gate,
    "articles/th-thcs-mau-d/2026/11-15-ngay-hoi-doc-sach/ngay-hoi.png": book_festival,
    "articles/thcs-mau-a/2026/11-22-phong-thi-nghiem-mo-cua/phong-thi-nghiem.png": laboratory,
    "exemplars/th-mau-a/2026/10-30-goc-doc-cuoi-lop/goc-doc.png": reading_corner,
    "exemplars/thcs-mau-a/2026/09-28-so-lien-lac-so/so-lien-lac.png": paper_and_telephone,
    "exemplars/mn-mau-a/2026/10-16-vuon-rau-nho/vuon-rau.png": vegetable_garden,
    "exemplars/th-thcs-mau-d/2026/11-14-xe-dap-den-truong/xe-dap.png": bicycle_shed,
    "exemplars/mn-mau-b/2026/11-19-muoi-lam-phut-doc-cung-con/doc-cung-con.png": evening_reading,
    "articles/trung-tam-dvsnc/2025/10-06-mua-lu-nam-viec/nam-viec.png": five_things,
    "articles/thcs-mau-c/2025/10-14-bon-ngay-phoi-sach/san-ngap.png": flooded_yard,
    "articles/thcs-mau-c/2025/10-14-bon-ngay-phoi-sach/vach-nuoc.png": water_mark,
    "articles/thcs-mau-c/2025/10-14-bon-ngay-phoi-sach/ban-ghe-chong.png": stacked_desks,
    "articles/thcs-mau-c/2025/10-14-bon-ngay-phoi-sach/sach-phoi.png": drying_books,
    "articles/thcs-mau-c/2026/01-20-ba-hoi-chuong/chuong-dong.png": bronze_bell,
    "articles/thcs-mau-c/2026/02-25-lop-quan-ho/non-quai-thao.png": singers_hat_and_umbrella,
    "articles/th-mau-d/2026/05-29-bai-toan-sot-vai/sot-vai.png": lychee_scales,
    "articles/thcs-mau-c/2026/07-20-mot-buoi-o-xuong-moc/xuong-moc.png": carpenters_bench,
    "exemplars/mn-mau-a/2025/12-10-tre-tu-lay-com/ban-an.png": serving_table,
    "exemplars/th-thcs-mau-d/2026/01-28-phong-may-theo-viec/phong-may.png": computer_room,
    "exemplars/thcs-mau-b/2026/02-04-chau-day-ong-ba/cuoc-goi.png": tea_and_telephone,
    "exemplars/mn-mau-c/2026/03-18-gio-don-khong-ti-vi/chieu-choi.png": mat_of_games,
    "exemplars/th-mau-d/2026/07-03-khoi-4-tap-noi/be-boi.png": pool_in_the_yard,
}
ARTWORK = "overrides/assets/wardnews/podcast.png"
SOUNDS: dict[str, Callable[[], bytes]] = {
    "articles/thcs-mau-b/2026/10-06-radio-gio-ra-choi/nhac-hieu.mp3": signature_tune,
    "articles/thcs-mau-c/2026/01-20-ba-hoi-chuong/ba-hoi-chuong.mp3": three_bells,
}


def main(arguments: list[str] | None = None) -> int:
    """Draw everything; a file that is there already is replaced."""
    parser = make_parser(
        "Vẽ lại mọi tranh minh họa, tạo lại mọi tệp âm thanh của dữ liệu mẫu, và hình của podcast."
    )
    parser.add_argument(
        "--content",
        type=folder,
        metavar="THƯ-MỤC",
        default=CHECKOUT / "content",
        help="thư mục nội dung để ghi vào (mặc định: content)",
    )
    content: Path = parser.parse_args(arguments).content
    for name, draw in PICTURES.items():
        _write(content / name, png(draw()))
    for name, play in SOUNDS.items():
        _write(content / name, play())
    _write(CHECKOUT / ARTWORK, png(podcast_artwork(), colours=0))
    print(
        f"Đã vẽ {len(PICTURES)} tranh, tạo {len(SOUNDS)} tệp âm thanh vào {content}, "
        "1 hình podcast."
    )
    return 0


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


if __name__ == "__main__":
    sys.exit(main())
