"""Keys that a partner lacks: at which key of its own that is told, and the way out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from igs_costshare.errors import Path, Problem, dotted
from igs_costshare.messages import Message, say
from igs_costshare.reading.description import Description, table_at
from igs_costshare.reading.suggestions import likeliest


def lacking_keys(
    description: Description,
    own_keys: Mapping[str, Description],
    missing: Mapping[tuple[str, str], tuple[Path, Path]],
) -> Iterator[Problem]:
    """What to say of each partner and key, one that somebody else has.

    With them go where the key is used, and the table that says who takes part in that.
    """
    others = _beside(own_keys, {key for _, key in missing})
    for (partner, key), (used, scope) in missing.items():
        path: Path = ("partner", partner, "keys")
        if key in table_at(description, *path[:2]):  # where an unknown field tells it
            continue
        message = say("reference.lacks_key", partner=partner, key=key, use=dotted(used))
        own = (each for each in own_keys[partner] if each not in others[key])
        meant = next((each for each in own if likeliest(each, [key])), "")
        if meant:
            hint = say("reference.meant", name=key)
            yield Problem(message, (*path, meant), hint, at_key=True)
        elif used[0] == "subsidy":
            hint = say("reference.add_key_or_require_less", key=key, partner=partner)
            yield Problem(message, used, hint, at_key=True)
        else:
            yield Problem(message, (*path, key), _way_out(description, scope, partner, key))


def _beside(own_keys: Mapping[str, Description], asked: set[str]) -> dict[str, set[str]]:
    """What those have who have a key, by that key: those are other keys, not the same mistyped."""
    return {
        key: {each for keys in own_keys.values() if key in keys for each in keys} for key in asked
    }


def _way_out(description: Description, scope: Path, partner: str, key: str) -> Message:
    """That a partner gets the key, or is left out of what a table says."""
    if "only" in table_at(description, *scope):
        only = dotted((*scope, "only"))
        return say("reference.add_key_or_take", key=key, partner=partner, only=only)
    written = f'{dotted((*scope, "except"))} = ["{partner}"]'
    return say("reference.add_key_or_leave", key=key, partner=partner, written=written)
