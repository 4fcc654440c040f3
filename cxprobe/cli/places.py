"""Where something is to be written: refused before anybody is sent, not after the visit."""

from __future__ import annotations

from pathlib import Path

from cxprobe.errors import UsageError


def folder_for(option: str, folder: Path) -> Path:
    """The folder, which is there or can be made; raises UsageError where a file is in its place."""
    if in_the_way := _file_among(folder):
        raise UsageError(
            f"{option} {folder}: {in_the_way} is a file. Name a folder, for example: {option} pages"
        )
    return folder


def file_for(option: str, file: Path) -> Path:
    """The file; raises UsageError where a folder is in its place, or a file in that of its folder."""
    if file.is_dir():
        raise UsageError(
            f"{option} {file}: this is a folder. Name a file in it: {option} {file / 'visit.json'}"
        )
    if in_the_way := _file_among(file.parent):
        raise UsageError(
            f"{option} {file}: {in_the_way} is a file. Name one in a folder: {option} pages/{file.name}"
        )
    return file


def _file_among(folder: Path) -> Path | None:
    """Where a path, or one above it, is no folder but a file; None where all is well."""
    above = next(each for each in (folder, *folder.parents, Path()) if each.exists())
    return None if above.is_dir() else above
