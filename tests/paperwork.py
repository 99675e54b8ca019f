"""What a reader finds on a paper: its pages, its texts and its tags, read back from the bytes."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from pypdf import PdfReader


def reader(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))


def pages(data: bytes) -> list[str]:
    """The text of each page, with its spaces as ordinary ones and its minus as a hyphen."""
    texts = (page.extract_text() for page in reader(data).pages)
    return [re.sub(r"\s+", " ", text.replace("−", "-")) for text in texts]


def text(data: bytes) -> str:
    return " ".join(pages(data))


def language(data: bytes) -> str:
    return str(reader(data).root_object["/Lang"])


def fonts(data: bytes) -> set[str]:
    """The families of the fonts in it, each embedded."""
    found = set()
    for page in reader(data).pages:
        resources: Any = page["/Resources"]
        for font in resources.get_object().get("/Font", {}).values():
            for inner in font.get_object()["/DescendantFonts"]:
                descriptor = inner.get_object()["/FontDescriptor"].get_object()
                assert {"/FontFile2", "/FontFile3"} & set(descriptor)
                name = str(descriptor["/FontName"]).rpartition("+")[2]
                found.add(name.partition("-")[0].strip("/"))
    return found


def tags(data: bytes) -> list[str]:
    """The roles of all elements of its structure, in their order."""
    return [str(each).strip("/") for each in _in_structure(data, "/S")]


def alternatives(data: bytes) -> list[str]:
    """What stands for its pictures to those who listen."""
    return [str(each) for each in _in_structure(data, "/Alt")]


def _in_structure(data: bytes, key: str) -> list[Any]:
    """What the elements of its structure have at a key, from the first to the last."""
    found: list[Any] = []

    def walk(node: Any) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for each in node:
                walk(each)
        elif isinstance(node, dict):
            if key in node:
                found.append(node[key])
            if "/K" in node:
                walk(node["/K"])

    walk(reader(data).root_object["/StructTreeRoot"])
    return found
