"""Files and folders that cannot be found, opened or written, and what the system says of it."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "cannot_open": "cannot be opened: {reason}",
    "cannot_write": "cannot be written: {reason}",
    "no_such_folder": "there is no such folder",
    "not_ordinary": "is no ordinary file, and cannot be rewritten",
    "is_folder": "is a folder",
    "name_a_file": "name a file in it",
    "no_name": "is not the name of a file",
    "no_description": "holds no description: no `*.toml` with a table such as `[partner.ID]`",
    "start_one": "hidden folders are passed over; `igs-costshare init` writes a starter file",
    "named_txt": "is a description that is not checked: its name ends in `.toml.txt`",
    "rename": "rename it to end in `.toml`; Notepad adds `.txt` unless you save as type All files",
    "absent": "No such file or directory",
    "forbidden": "Permission denied",
    "not_permitted": "Operation not permitted",
    "full": "No space left on device",
    "over_quota": "Disk quota exceeded",
    "too_large": "File too large",
    "read_only": "Read-only file system",
    "no_folder": "Not a directory",
    "folder": "Is a directory",
    "name_too_long": "File name too long",
    "links_in_circle": "Too many levels of symbolic links",
    "device": "Input/output error",
    "busy": "Device or resource busy",
    "invalid": "Invalid argument",
    "system": "{text}",
    "unknown": "unknown error",
}
