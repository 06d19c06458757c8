"""Addresses that a page may carry are let through, those that run or deceive are not."""

from __future__ import annotations

import pytest

from wardnews.text.links import is_mail_address, is_outside, is_web_address


@pytest.mark.parametrize(
    "address",
    [
        "https://vidu.example",
        "http://vidu.example/a?b=c&d=(e)#f",
        "HTTPS://Vidu.Example/",
        "https://trường.vn/tin-tức",
        "https://[::1]/",
        "https://vidu.example:8443/@truong/anh.jpg",
    ],
)
def test_a_web_address_is_taken(address: str) -> None:
    assert is_web_address(address) and is_outside(address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//vidu.example",
        "https:vidu.example",
        "https:///vidu.example",
        "https:\\\\vidu.example",
        "https://vidu.gov.vn@xau.example/",
        "https://vidu.gov.vn\\@xau.example/",
        'https://vidu.example/"onmouseover="x',
        "https://vidu.example/<b>",
        "https://vidu.example/ x",
        "https://.",
        "",
    ],
)
def test_what_is_no_web_address_or_shows_another_host_is_not(address: str) -> None:
    assert not is_web_address(address) and not is_outside(address)


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("truong@vidu.edu.vn", True),
        ("ban.bien-tap+tin@vidu.example", True),
        ("truong", False),
        ("a@b@vidu.example", False),
        ("a@vidu.example?bcc=b@xau.example", False),
        ("a@vidu.example,b@xau.example", False),
        ("A <a@vidu.example>", False),
    ],
)
def test_a_mail_address_is_one_address(address: str, good: bool) -> None:
    assert is_mail_address(address) is good


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("mailto:a@vidu.example", True),
        ("mailto:a@vidu.example?subject=Hoi", True),
        ("mailto:javascript", False),
        ("tel:0204000000", True),
        ("tel:+84%20204%20000", True),
        ("tel:alert(1)", False),
        ("ftp://vidu.example/", False),
    ],
)
def test_a_link_may_also_write_or_call(address: str, good: bool) -> None:
    assert is_outside(address) is good
