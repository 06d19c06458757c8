"""The few SVG shapes of which every drawing is made; a drawing is a piece of SVG markup."""

from __future__ import annotations

from drawings.palette import PAPER, RULE

WIDTH = 1200
HEIGHT = 675

_RULED = (
    '<defs><pattern id="ruled" width="40" height="40" patternUnits="userSpaceOnUse">'
    f'<path d="M0 20.500H40M20 0V40" stroke="{RULE}" stroke-width="2" fill="none"/>'
    "</pattern></defs>"
)


def picture(*parts: str, height: int = HEIGHT) -> str:
    """A whole SVG document of the width that all pictures have."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'viewBox="0 0 {WIDTH} {height}">{"".join(parts)}</svg>'
    )


def ruled_paper(colour: str = PAPER, *, height: int = HEIGHT) -> str:
    """The ground of most pictures: school paper with its squares."""
    sheet = f'<rect width="{WIDTH}" height="{height}" fill="url(#ruled)"/>'
    return _RULED + rect(0, 0, WIDTH, height, colour) + sheet


def rect(x: float, y: float, width: float, height: float, colour: str, *, radius: float = 0) -> str:
    """A rectangle, by its upper left corner."""
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="{radius:g}" '
        f'fill="{colour}"/>'
    )


def circle(x: float, y: float, radius: float, colour: str) -> str:
    """A disc, by its centre."""
    return f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{colour}"/>'


def ellipse(x: float, y: float, across: float, down: float, colour: str) -> str:
    """An oval, by its centre and its two radii."""
    return f'<ellipse cx="{x:g}" cy="{y:g}" rx="{across:g}" ry="{down:g}" fill="{colour}"/>'


def shape(outline: str, colour: str) -> str:
    """Any filled outline, in SVG path language."""
    return f'<path d="{outline}" fill="{colour}"/>'


def line(course: str, colour: str, width: float = 4, *, flat: bool = False) -> str:
    """A stroke along a course in SVG path language; with `flat` its ends are cut straight."""
    ends = "butt" if flat else "round"
    return (
        f'<path d="{course}" fill="none" stroke="{colour}" stroke-width="{width:g}" '
        f'stroke-linecap="{ends}" stroke-linejoin="round"/>'
    )


def placed(x: float, y: float, *parts: str, scale: float = 1, turn: float = 0) -> str:
    """Parts drawn around their own origin, put at a place, in a size, turned by degrees."""
    transform = f"translate({x:g} {y:g}) rotate({turn:g}) scale({scale:g})"
    return f'<g transform="{transform}">{"".join(parts)}</g>'


def mirrored(x: float, y: float, *parts: str, scale: float = 1) -> str:
    """The same, left and right exchanged."""
    transform = f"translate({x:g} {y:g}) scale({-scale:g} {scale:g})"
    return f'<g transform="{transform}">{"".join(parts)}</g>'


def within(name: str, outline: str, *parts: str) -> str:
    """Parts of which only what lies inside an outline is seen; the name is used once a picture."""
    clip = f'<clipPath id="{name}"><path d="{outline}"/></clipPath>'
    return f'<defs>{clip}</defs><g clip-path="url(#{name})">{"".join(parts)}</g>'
