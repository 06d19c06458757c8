"""The demo's sounds: the signature tune of a school radio, and three bells to choose from."""

from __future__ import annotations

import math
import struct

import lameenc

RATE = 22_050  # samples a second
SECONDS = 6
BELLS_SECONDS = 12
_LOUDEST = 0.8  # of what 16 bits hold
# Semitones above the A of 440 Hz, as (second, note); five tones only, as in folk songs.
_CHIMES = (
    (0.0, -2), (0.25, 2), (0.5, 5), (0.75, 7), (1.0, 10), (1.5, 7), (1.75, 5),
    (2.0, 2), (2.25, 5), (2.5, 7), (3.0, 12), (3.25, 10), (3.5, 14), (4.0, 10),
)  # fmt: skip
_CHORDS = ((0.0, (-26, -14, -7)), (1.0, (-21, -9, -5)), (2.0, (-24, -12, -5)), (3.0, (-19, -7, -2)))
_LAST_CHORD = (4.0, (-26, -14, -10, -7, -2))
# Three bells of four seconds: down slowly, up quickly, two high and after a rest two low.
_BELLS = (
    (0.0, 10), (0.7, 7), (1.4, 5), (2.1, -2),
    (4.0, -2), (4.28, 2), (4.56, 5), (4.84, 7), (5.12, 10), (5.4, 14),
    (8.0, 10), (8.4, 14), (9.6, 2), (10.0, -2),
)  # fmt: skip
_PARTIALS = ((1.0, 1.0, 2.6), (2.0, 0.42, 4.2), (3.0, 0.12, 6.5), (5.4, 0.08, 14.0))


def signature_tune() -> bytes:
    """An MP3 file, mono, which every podcast app plays."""
    samples = [0.0] * (RATE * SECONDS)
    for second, note in _CHIMES:
        _ring(samples, second, note)
    for second, chord in (*_CHORDS, _LAST_CHORD):
        for note in chord:
            _hold(samples, second, note, 1.15 if second < _LAST_CHORD[0] else 2.0)
    return _encoded(samples)


def three_bells() -> bytes:
    """An MP3 file with the three bells, four seconds each."""
    samples = [0.0] * (RATE * BELLS_SECONDS)
    for second, note in _BELLS:
        _ring(samples, second, note)
    return _encoded(samples)


def _encoded(samples: list[float]) -> bytes:
    """Samples as an MP3 file, as loud as `_LOUDEST` says."""
    peak = max(map(abs, samples))
    numbers = [round(sample / peak * _LOUDEST * 32_767) for sample in samples]
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(RATE)
    encoder.set_bit_rate(64)
    encoder.set_quality(2)
    sound = encoder.encode(struct.pack(f"<{len(numbers)}h", *numbers))
    return bytes(sound) + bytes(encoder.flush())


def _pitch(note: int) -> float:
    return 440 * 2 ** (note / 12)


def _ring(samples: list[float], second: float, note: int) -> None:
    """Strike a chime: a quick start, then every partial dies away at its own pace."""
    start, turn = int(second * RATE), 2 * math.pi * _pitch(note)
    for at in range(start, min(start + 2 * RATE, len(samples))):
        time = (at - start) / RATE
        sound = sum(
            strength * math.exp(-decay * time) * math.sin(turn * ratio * time)
            for ratio, strength, decay in _PARTIALS
        )
        samples[at] += sound * min(1.0, time / 0.004) * min(1.0, (len(samples) - at) / RATE * 4)


def _hold(samples: list[float], second: float, note: int, length: float) -> None:
    """A soft tone that swells and fades within `length` seconds."""
    start, turn = int(second * RATE), 2 * math.pi * _pitch(note)
    for at in range(start, min(start + int(length * RATE), len(samples))):
        time = (at - start) / RATE
        swell = math.sin(math.pi * min(1.0, time / length) ** 0.6) ** 2
        samples[at] += 0.22 * swell * (math.sin(turn * time) + 0.3 * math.sin(2 * turn * time))
