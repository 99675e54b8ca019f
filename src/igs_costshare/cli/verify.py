"""`igs-costshare verify`: whether a description still gives the statement that was frozen."""

from typing import TYPE_CHECKING, Annotated

import typer

from igs_costshare.cli.freeze import lock_of
from igs_costshare.cli.options import AskedLang
from igs_costshare.cli.output import say
from igs_costshare.cli.showing import showing
from igs_costshare.language import Language, Words

if TYPE_CHECKING:
    from igs_costshare.freezing.lock import Lock

_FROZEN, _NOW = Words("vastgelegd", "frozen"), Words("nu", "now")
_DECIDED = Words(
    "nota: vastgelegd met de beslissing: {decision}", "note: frozen with the decision: {decision}"
)
_MOVED_BY_FILE = Words(
    "nota: de beschrijving is sindsdien gewijzigd", "note: the description has changed since then"
)
_MOVED_BY_TOOL = Words(
    "nota: de beschrijving is nog dezelfde; versie {then} van het programma legde haar vast, dit "
    "is {now}",
    "note: the description is still the same; version {then} of the program froze it, this is "
    "{now}",
)
_MOVED_NOTHING = Words(
    "nota: de beschrijving is gewijzigd sinds ze werd vastgelegd, haar bedragen niet",
    "note: the description has changed since it was frozen, its amounts have not",
)


def verify(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Description with a lock.")],
    lang: AskedLang = None,
) -> None:
    """Prove that a description still gives what `freeze` kept.

    Silent, with exit code 0, when it does; otherwise it shows what moved.

    Example: igs-costshare verify network.toml
    """
    from igs_costshare.comparing.difference import diff
    from igs_costshare.documents.difference import DifferenceDocument, Standpoint
    from igs_costshare.freezing.lock import read_lock
    from igs_costshare.freezing.meaning import fingerprint
    from igs_costshare.reading import load

    path = lock_of(file)
    lock = read_lock(path)
    scenario = lock.statement.scenario
    reading = load(file, (), scenario)
    statement = reading.statement()
    difference = diff(lock.statement, statement)
    shown = showing([file], None, None, lang)
    language = shown.language
    same = fingerprint(reading.source.description) == lock.fingerprint
    if difference.changed:
        of = "" if scenario is None else f" ({scenario})"
        frozen = Standpoint(str(path), scenario, f"{_FROZEN.say(language)}{of}")
        now = Standpoint(file, scenario, f"{_NOW.say(language)}{of}")
        shown.show(DifferenceDocument(difference, (frozen, now), language))
    _tell_why(lock, language, same=same, moved=difference.changed)
    if difference.changed:
        raise typer.Exit(1)


def _tell_why(lock: "Lock", language: Language, *, same: bool, moved: bool) -> None:
    """Whether the description or the program is another than when the statement was frozen."""
    from igs_costshare import __version__

    if moved and lock.decision is not None:
        say(_DECIDED.say(language, decision=lock.decision))
    if not same:
        say((_MOVED_BY_FILE if moved else _MOVED_NOTHING).say(language))
    elif moved:
        say(_MOVED_BY_TOOL.say(language, then=lock.tool, now=__version__))
