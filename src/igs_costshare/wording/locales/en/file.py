"""Files and folders that cannot be opened or written, and folders without a description."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "cannot_open": "cannot be opened: {reason}",
    "cannot_write": "cannot be written: {reason}",
    "cannot_remove": "cannot be removed: {reason}",
    "no_such_folder": "there is no such folder",
    "not_ordinary": "is no ordinary file, and cannot be rewritten",
    "is_folder": "is a folder",
    "name_a_file": "name a file in it",
    "no_name": "is not the name of a file",
    "no_description": "holds no description: no `*.toml` with a table such as `[partner.ID]`",
    "start_one": "hidden folders are passed over; `igs-costshare init` writes a starter file",
    "named_txt": "is a description that is not checked: its name ends in `.toml.txt`",
    "rename": "rename it to end in `.toml`; Notepad adds `.txt` unless you save as type All files",
}
