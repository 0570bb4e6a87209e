"""Prints the N-th shell command of README.md, exactly as it stands there.

    python3 .ci/readme_command.py 2

A shell command is the content of a fence tagged ``sh`` or ``console`` (there without its ``$ `` prompts).
"""

import re
import sys
from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"
FENCE = re.compile(r"^```(sh|console)\n(.*?)\n```$", re.DOTALL | re.MULTILINE)
PROMPT = re.compile(r"^\$ ", re.MULTILINE)


def shell_commands(markdown: str) -> list[str]:
    """Return the shell commands of a page, in their order."""
    return [PROMPT.sub("", text) if tag == "console" else text for tag, text in FENCE.findall(markdown)]


def main(arguments: list[str]) -> None:
    """Print the command with the number given, or say what is wrong."""
    if len(arguments) != 1 or not arguments[0].isdecimal() or arguments[0] == "0":
        sys.exit("usage: readme_command.py N  (1 is the first shell command of README.md)")
    number = int(arguments[0])
    commands = shell_commands(README.read_text(encoding="utf-8"))
    if number > len(commands):
        sys.exit(f"README.md has shell commands: {len(commands)}; wanted number {number}")
    print(commands[number - 1])


if __name__ == "__main__":
    main(sys.argv[1:])
