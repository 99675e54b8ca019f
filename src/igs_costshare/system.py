"""What the system says where it does not open or write a file, as a message."""

from __future__ import annotations

import errno
from collections.abc import Mapping

from igs_costshare.messages import Message, say

_REASONS: Mapping[int, Message] = {
    errno.ENOENT: say("file.absent"),
    errno.EACCES: say("file.forbidden"),
    errno.EPERM: say("file.not_permitted"),
    errno.ENOSPC: say("file.full"),
    errno.EDQUOT: say("file.over_quota"),
    errno.EFBIG: say("file.too_large"),
    errno.EROFS: say("file.read_only"),
    errno.ENOTDIR: say("file.no_folder"),
    errno.EISDIR: say("file.folder"),
    errno.ENAMETOOLONG: say("file.name_too_long"),
    errno.ELOOP: say("file.links_in_circle"),
    errno.EIO: say("file.device"),
    errno.EBUSY: say("file.busy"),
    errno.EINVAL: say("file.invalid"),
}


def reason_of(error: OSError) -> Message:
    """Why it went wrong; what is not foreseen in the words of the system itself."""
    known = _REASONS.get(error.errno or 0)
    if known is not None:
        return known
    return say("file.system", text=error.strerror) if error.strerror else say("file.unknown")
