"""Why the system cannot read or write something."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "closed": "Bad file descriptor",
    "busy": "Device or resource busy",
    "quota": "Disk quota exceeded",
    "too_large": "File too large",
    "invalid": "Invalid argument",
    "input_output": "Input/output error",
    "folder": "Is a directory",
    "loop": "Too many levels of symbolic links",
    "too_many_files": "Too many open files",
    "name_too_long": "File name too long",
    "nothing_there": "No such file or directory",
    "no_space": "No space left on device",
    "no_folder": "Not a directory",
    "no_device": "No such device or address",
    "not_allowed": "Permission denied",
    "not_permitted": "Operation not permitted",
    "read_only": "Read-only file system",
    "other": "error {number} of the system",
}
