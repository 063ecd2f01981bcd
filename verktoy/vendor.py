"""Write the hashes of static/vendor/*/VENDOR.toml anew, after files there were renewed by hand (docs/vendor.md).

A developer's tool: nothing at build, run or test time needs it or Node."""

import hashlib
import re
from pathlib import Path

VENDOR = Path(__file__).resolve().parents[1] / "static" / "vendor"


def hashes(folder: Path) -> dict[str, str]:
    """SHA-256 of every file of one vendored package but the list itself."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name != "VENDOR.toml")
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def main() -> None:
    for folder in sorted(path for path in VENDOR.iterdir() if path.is_dir()):
        lists = folder / "VENDOR.toml"
        head = re.split(r"(?m)^\[sha256\]", lists.read_text())[0].rstrip()
        rows = "\n".join(f'"{name}" = "{digest}"' for name, digest in hashes(folder).items())
        lists.write_text(f"{head}\n\n[sha256]\n{rows}\n")


if __name__ == "__main__":
    main()
