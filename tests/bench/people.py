"""Sentences of school news with invented people: what may be said of them, and what may not."""

from __future__ import annotations

import random
from collections.abc import Iterator

_FAMILIES = (
    "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Ngô Dương Đào Thân Giáp Nông Hà Chu Lưu Tạ Trịnh"
).split()
_MIDDLES = "Văn Thị Đức Minh Gia Bảo Thu Ngọc Hữu Quang Anh Khánh".split()
_GIVEN = (
    "An Bình Châu Dung Giang Hà Hân Khôi Linh Mai Nam Ngọc Phúc Quân Thảo Trang Uyên Vy".split()
)
_CLASSES = "1A 2B 3C 4A1 5A 5D 6A2 7B 8C 9A 9B1".split()
_HEROES = ("Nguyễn Du", "Lê Lợi", "Võ Thị Sáu", "Trần Phú", "Hoàng Hoa Thám", "Thân Nhân Trung")
_CODES = ("001", "019", "024", "027", "036", "038")

HARMLESS = (
    "Cô giáo {adult} chủ nhiệm lớp {room} mang kệ sách từ nhà đến.",
    "Thầy {adult}, giáo viên Toán lớp {room}, soạn lại đề.",
    "Bà {adult}, phụ huynh học sinh lớp {room}, góp hai chậu hoa.",
    "Hiệu trưởng {adult} dự giờ lớp {room} sáng thứ Hai.",
    "Ông {adult} - Trưởng ban đại diện cha mẹ học sinh lớp {room} - ký biên bản.",
    "Đồng chí {adult}, Phó Chủ tịch UBND phường, thăm lớp {room}.",
    "Em {given} lớp {room} kể lại chuyện chú chim sẻ.",
    "Một em lớp {room} viết: con thích giờ đọc.",
    "Em {initials}, học sinh lớp {room}, trực thư viện.",
    "Lớp {room} Trường THCS {hero} đổi sách với lớp {room}.",
    "Liên đội Trường Tiểu học {hero} có 32 chi đội, lớp {room} nhiều cây nhất.",
    "Đường {hero} tắc lúc 16 giờ 30, lớp {room} tan muộn mười phút.",
    "Giải bóng đá mang tên {hero} có 12 đội, lớp {room} vào bán kết.",
    "Quyết định số {number}/QĐ-UBND ngày 05/9/2026 khen 12 tập thể.",
    "Công văn {number}/SGDĐT-GDTH hướng dẫn học buổi hai.",
    "Kinh phí 0,9 tỷ đồng; trong đó xã hội hóa 345.678.912 đồng.",
    "Điện thoại báo cháy 114, cấp cứu 115, bảo vệ trẻ em 111.",
    "Tổng đài 1900 1234 trực từ 07 giờ 30 đến 17 giờ 00.",
    "Từ 2021-2025 đến 2026-2030, số trường đạt chuẩn tăng từ 09 lên 12.",
    "Học sinh ngày 20/11/2026 mang hoa giấy tự gấp.",
    "Trẻ sinh năm 2021 nộp hồ sơ vào lớp mẫu giáo 5 tuổi.",
    "Trẻ thường trú tại phường nộp hồ sơ trực tuyến.",
    "Các em ăn bán trú tại điểm trường số 2.",
    "Họp phụ huynh tại nhà văn hóa tổ dân phố Đông lúc 19 giờ.",
    "Tác giả {adult} kể chuyện viết sách cho lớp {room}.",
    "Cô {adult} (giáo viên lớp {room}) và thầy {other} cùng soạn bài.",
    "Sách giáo khoa Toán lớp 5, mã 978-604-0-3{number}1-6, còn 20 cuốn.",
    "Trường có 32 lớp, 1.024 học sinh; lớp {room} đông nhất với 41 em.",
)
PRIVATE = (
    "Em {name}, lớp {room}, mượn nhiều sách nhất.",
    "Em {name} (học sinh lớp {room}) được khen.",
    "Giải Nhất: {name}, lớp {room}.",
    "Bạn {name} – lớp {room} – vẽ bức tranh này.",
    "Học sinh {name} lớp {room} nhặt được ví.",
    "Học sinh lớp {room}, em {name}, viết thư cho bà.",
    "Ảnh: {name} ({room}) bên kệ sách.",
    "{name}, học sinh lớp {room}, nói: con thích đọc.",
    "Em {name} hiện học lớp {room} của trường.",
    "Chúc mừng {name} lớp {room} đạt giải Ba.",
    "Cháu {name}, lớp mẫu giáo 5 tuổi, thuộc bài hát.",
    "Em {name}, chi đội trưởng lớp {room}, điều hành buổi họp.",
    "Lớp {room}: {name} đọc 32 cuốn.",
    "Phụ huynh gọi cô theo số {mobile}.",
    "Liên hệ Zalo {spaced} để đăng ký.",
    "Đăng ký với thầy qua số +84 {abroad}.",
    "Số định danh của em là {identity}.",
    "Hồ sơ ghi CCCD: {identity}.",
    "Em sinh ngày {birth} tại Bắc Ninh.",
    "{name}, sinh năm 2016, thích bơi.",
    "Ngày sinh: {birth}.",
    "Gia đình em trú tại số nhà {house}, ngõ 5.",
    "Nhà em ở tổ dân phố Đông, cạnh chợ.",
    "Em hiện cư trú tại thôn Núi cùng bà ngoại.",
)


def make_sentences(templates: tuple[str, ...], count: int) -> Iterator[str]:
    """Yield `count` sentences, the same each time; every template in turn."""
    for number in range(count):
        chance = random.Random(f"people-{number}")
        pupil, adult, other = (_name(chance) for _ in range(3))
        tail = f"{chance.randrange(10**8):08}"
        yield templates[number % len(templates)].format(
            name=pupil,
            adult=adult,
            other=other,
            given=pupil.split()[-1],
            initials=".".join(word[0] for word in pupil.split()) + ".",
            room=chance.choice(_CLASSES),
            hero=chance.choice(_HEROES),
            number=chance.randrange(100, 5000),
            mobile=f"0{chance.choice('35789')}{tail}",
            spaced=f"0{chance.choice('35789')}{tail[:2]} {tail[2:5]} {tail[5:]}",
            abroad=f"9{tail[:2]} {tail[2:5]} {tail[5:]}",
            identity=f"{chance.choice(_CODES)}{chance.choice('23')}15{tail[:6]}",
            birth=f"{chance.randint(1, 28)}/{chance.randint(1, 12)}/{chance.randint(2012, 2021)}",
            house=chance.randrange(1, 200),
        )


def _name(chance: random.Random) -> str:
    middles = chance.sample(_MIDDLES, chance.randint(0, 2))
    return " ".join([chance.choice(_FAMILIES), *middles, chance.choice(_GIVEN)])
