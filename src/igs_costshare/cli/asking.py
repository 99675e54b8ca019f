"""Questions on a terminal, of what a file does not answer."""

from __future__ import annotations

import sys
from decimal import Decimal
from typing import Any

from igs_costshare.advising.forms import QUESTIONS, Asked, questions, verdicts
from igs_costshare.cli.output import STANDARD, talk
from igs_costshare.description.governance import Governance
from igs_costshare.description.network import Network
from igs_costshare.messages import say
from igs_costshare.wording.language import Language


def may_ask(file: str) -> bool:
    """Whether somebody is there who can answer: a terminal that is not the file itself."""
    streams = (sys.stdin, sys.stderr)
    return file != STANDARD and all(stream and stream.isatty() for stream in streams)


def answers(network: Network, language: Language) -> Network:
    """The network with what somebody answers; an empty line leaves a question open."""
    passed: set[Asked] = {"kinds"}  # of each partner, in the file
    while left := [each for each in questions(verdicts(network)) if each not in passed]:
        question = left[0]
        passed.add(question)
        answer = _answered(question, language)
        if answer is not None:
            governance = network.governance or Governance()
            governance = governance.model_copy(update={question: answer})
            network = network.model_copy(update={"governance": governance})
    return network


def _answered(question: Asked, language: Language) -> Any:
    """Yes, no, or a number of years; asked anew until it is one of them, or empty."""
    counted = question == "years"
    expected = say("advise.a_number") if counted else say("advise.yes_or_no")
    text = language.tell(QUESTIONS[question])
    while True:
        talk(language.say("advise.ask", question=text, expected=expected))
        line = sys.stdin.readline().strip().lower()
        if not line:
            return None
        if counted and line.isascii() and line.isdecimal():
            return Decimal(line)
        if not counted and line[0] in _YES | _NO:
            return line[0] in _YES


_YES, _NO = frozenset("yjo"), frozenset("n")
"""Yes, ja, oui; no, nee, non."""
