import pytest

from wardnews.text.legacy_fonts import convert_legacy, detect_legacy

SAMPLES = [
    ("tcvn3", "Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    (
        "tcvn3",
        "Tr\u00adêng THCS NguyÔn Du tæ chøc lÔ khai gi¶ng",
        "Trường THCS Nguyễn Du tổ chức lễ khai giảng",
    ),
    ("tcvn3", "®æi míi", "đổi mới"),
    ("tcvn3", "Tr\u00adêng THCS NguyÔn Du", "Trường THCS Nguyễn Du"),
    ("tcvn3", "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
    ("tcvn3", "Thø n¨m, 5/3: häc sinh ®i «n tËp", "Thứ năm, 5/3: học sinh đi ôn tập"),
    ("vni", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ("vni", "ñoåi môùi", "đổi mới"),
    ("vni", "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("vni", "Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
]

VIETNAMESE = [
    "Trường THCS Nguyễn Du tổ chức lễ khai giảng.",
    "là cô bé",
    "Cô bé và mẹ đi học",
    "Bé có hai cô: cô Hà và cô Tú.",
    "Ông bà là nhà giáo",
    "Hôm nay thì ít, mà có khi là ba nhóm",
    "Có tám tháng hè, trà và bánh mì",
    "Hòa bình là hạnh phúc",
    "Hoà và Hoá",
    "Công an xã báo cáo cô giáo",
    "Nhà ông Tân có ba con gà, cá và chó",
    "Sách giáo khoa lý, hóa, toán",
    "Bé hát, bé ca, bé múa",
    "Tôi là Tuân, ông là Hân",
    "Các cháu bé chơi ngoan",
    "QUÝ ÔNG BÀ VÀ CÁC EM",
    "«Cô bé», ông nói, «là con tôi»",
    "© 2026 Công ty Hoà Bình ® · Bán bánh · Quà cáo",
    "Lê Thánh Tông, Trí, Tín, Nghĩa",
    "Hè quá nóng, mát là thích",
]

FOREIGN = [
    "Les élèves étaient très fatigués après la fête de l'école.",
    "Où est né cet élève ? À côté de la forêt, dès août.",
    "« Oui », dit-il, « non », dit-elle, « peut-être »",
    "Noël, Anaïs et Zoë ont dû goûter le thé tôt.",
    "Die Schüler können schöne Bücher für die Prüfung lesen.",
    "Größe, Maße und Füße: süße Grüße aus München",
    "© § «»",
    "The café's naïve résumé cost £5, ¥100 and €3 — 10 µm, 20 µm, 30 µm ± ½ °C.",
    "Från Malmö på en ö är det så långt att gå.",
    "El niño español comió aquí; não é só você, São João.",
]


@pytest.mark.parametrize(("encoding", "typed", "meant"), SAMPLES)
def test_legacy_text_is_detected_and_converted(encoding: str, typed: str, meant: str) -> None:
    assert detect_legacy(typed) == encoding
    assert convert_legacy(typed, detect_legacy(typed)) == meant


@pytest.mark.parametrize("sentence", VIETNAMESE + FOREIGN)
def test_right_text_is_not_taken_for_legacy(sentence: str) -> None:
    assert detect_legacy(sentence) is None


@pytest.mark.parametrize("text", ["Céng hßa", "®æi", "ñoåi", "héi, héi, héi", "", "·" * 100_000])
def test_too_little_evidence_is_none(text: str) -> None:
    assert detect_legacy(text) is None


def test_a_legacy_line_among_right_ones_is_found_and_converted_alone() -> None:
    text = "Trường Mẫu A báo cáo:\nCéng hßa x· héi chñ nghÜa\nHết bài."
    assert detect_legacy(text) == "tcvn3"
    assert convert_legacy(text, "tcvn3").split("\n") == [
        "Trường Mẫu A báo cáo:",
        "Cộng hòa xã hội chủ nghĩa",
        "Hết bài.",
    ]


ALPHABET = "àảãáạ ăằẳẵắặ âầẩẫấậ èẻẽéẹ êềểễếệ ìỉĩíị òỏõóọ ôồổỗốộ ơờởỡớợ ùủũúụ ưừửữứự ỳỷỹýỵ đ"
TCVN3 = "µ¶·¸¹ ¨»¼½¾Æ ©ÇÈÉÊË ÌÎÏÐÑ ªÒÓÔÕÖ ×ØÜÝÞ ßáâãä «åæçèé ¬êëìíî ïñòóô \u00adõö÷øù úûüýþ ®"
VNI = (
    "aøaûaõaùaï aêaèaúaüaéaë aâaàaåaãaáaä eøeûeõeùeï eâeàeåeãeáeä ìæóíò "
    "oøoûoõoùoï oâoàoåoãoáoä ôôøôûôõôùôï uøuûuõuùuï ööøöûöõöùöï yøyûyõyùî ñ"
)


@pytest.mark.parametrize(
    ("encoding", "typed", "meant"),
    [
        ("tcvn3", TCVN3, ALPHABET),
        ("tcvn3", "¡¢£¤¥¦§", "ĂÂÊÔƠƯĐ"),
        ("vni", VNI, ALPHABET),
        ("vni", VNI.upper(), ALPHABET.upper()),
    ],
)
def test_the_whole_alphabet_converts(encoding: str, typed: str, meant: str) -> None:
    assert convert_legacy(typed, encoding) == meant


@pytest.mark.parametrize(("encoding", "table"), [("tcvn3", TCVN3), ("vni", VNI)])
def test_each_letter_alone_converts_to_a_letter_of_its_own(encoding: str, table: str) -> None:
    converted = convert_legacy(table, encoding).replace(" ", "")
    assert len(set(converted)) == len(converted) == 67
