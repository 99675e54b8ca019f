"""What the system says of files, in the language of whoever reads it."""

from __future__ import annotations

import errno
import os

import pytest

from igs_costshare.messages import say
from igs_costshare.system import reason_of
from igs_costshare.wording.language import english, language

FORESEEN = [
    errno.ENOENT,
    errno.EACCES,
    errno.EPERM,
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EFBIG,
    errno.EROFS,
    errno.ENOTDIR,
    errno.EISDIR,
    errno.ENAMETOOLONG,
    errno.ELOOP,
    errno.EIO,
    errno.EBUSY,
    errno.EINVAL,
]


@pytest.mark.skipif(os.name == "nt", reason="Windows has its own words")
@pytest.mark.parametrize("number", FORESEEN)
def test_english_has_the_words_of_the_system(number: int) -> None:
    assert english().tell(reason_of(OSError(number, "whatever"))) == os.strerror(number)


@pytest.mark.parametrize("number", FORESEEN)
@pytest.mark.parametrize("code", ["nl", "fr"])
def test_others_have_their_own(number: int, code: str) -> None:
    told = language(code).tell(reason_of(OSError(number, os.strerror(number))))
    assert os.strerror(number) not in told


def test_what_is_not_foreseen_is_told_as_the_system_has_it() -> None:
    assert reason_of(OSError(errno.EPIPE, "Broken pipe")) == say("file.system", text="Broken pipe")
    assert english().tell(reason_of(OSError(errno.EPIPE, "Broken pipe"))) == "Broken pipe"
    assert reason_of(OSError()) == say("file.unknown")
