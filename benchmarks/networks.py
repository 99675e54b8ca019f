"""Descriptions of any size, the same every time: partners with inhabitants, cost lines."""

from __future__ import annotations

BELGIAN_MUNICIPALITIES = 581
"""Before the mergers of 2019 and 2025: as large as a network in Belgium can be."""


def inhabitants(position: int) -> int:
    """A plausible number of inhabitants, different for each partner."""
    return 2_000 + position * 7_919 % 61_003


def amount_in_cents(line: int) -> int:
    """The amount of a cost line, in cents."""
    return 1_234_567 + line * 104_729


def description(partners: int, lines: int) -> str:
    """The TOML of a network whose costs are all shared by inhabitants."""
    blocks = ['title = "Benchmark"', "year = 2026"]
    blocks += [
        f'[partner.p{each}]\nname = "Partner {each}"\nkind = "municipality"\n'
        f"keys = {{ inhabitants = {inhabitants(each)} }}"
        for each in range(partners)
    ]
    for line in range(lines):
        whole, cents = divmod(amount_in_cents(line), 100)
        blocks.append(f'[cost.c{line}]\nlabel = "Cost {line}"\namount = {whole}.{cents:02}')
    blocks.append('[contribution]\nmodel = "variable"\nkey = "inhabitants"')
    return "\n\n".join(blocks) + "\n"


def planned(partners: int, lines: int) -> str:
    """The same network with a plan of six years, in which all amounts and figures rise."""
    index = '"cost.*.amount" = 0.02\n"partner.*.keys.inhabitants" = 0.005\n'
    return f"{description(partners, lines)}\n[plan]\nuntil = 2031\n\n[plan.index]\n{index}"


def budget(partners: int, lines: int) -> str:
    """A network with a total that is expected of it, and a scenario in which a partner leaves."""
    whole, cents = divmod(sum(map(amount_in_cents, range(lines))), 100)
    return (
        f"{description(partners, lines)}\n[expected.total]\nexpenses = {whole}.{cents:02}\n\n"
        '[scenario.without]\nremove = ["partner.p0"]\n'
    )


def changed(partners: int, lines: int) -> str:
    """The same network after ten changes: figures of all, each amount, key, rounding, newcomers."""
    text = description(partners, lines).replace("inhabitants = ", "inhabitants = 1")
    for line in range(lines):
        text = text.replace(f"amount = {amount_in_cents(line) // 100}", f"amount = {1_000 + line}")
    text = text.replace('key = "inhabitants"', 'key = "partners"')
    return (
        f'{text}\n[rounding]\nhalf = "up"\n\n[partner.new]\nkeys = {{ inhabitants = 99 }}\n\n'
        "[cost.new]\namount = 1_000\n"
    )
