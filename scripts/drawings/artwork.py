"""The square picture that podcast apps show beside the ward's podcast."""

from __future__ import annotations

from drawings.palette import VIOLET, WHITE

SIDE = 1400  # pixels: the least that Apple takes


def podcast_artwork() -> str:
    """The nib of the site's icon, speaking: no word in it, so that every ward may use it."""
    waves = "".join(
        f'<path d="M{24 + side * (r + 6)} {22 - r * 0.8}a{r} {r} 0 0 {int(side > 0)} 0 {r * 1.6}"/>'
        for r in (5, 8, 11)
        for side in (-1, 1)
    )
    return f'''<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"
 width="{SIDE}" height="{SIDE}"><rect width="48" height="48" fill="{VIOLET}"/>
<path d="M0 15.5h48M0 31.5h48M15.5 0v48M31.5 0v48" stroke="{WHITE}"
 stroke-opacity=".1" stroke-width=".5"/>
<path d="M24 41 15.5 23.5 24 9l8.5 14.5Z" fill="{WHITE}"/>
<path d="M24 41V26" stroke="{VIOLET}" stroke-width="1.6"/>
<circle cx="24" cy="24" r="2.3" fill="{VIOLET}"/>
<g fill="none" stroke="{WHITE}" stroke-width="1.7" stroke-linecap="round">{waves}</g></svg>'''
