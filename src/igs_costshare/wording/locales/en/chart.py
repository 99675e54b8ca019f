"""What charts find, and what their marks mean."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "amounts": "What each partner pays",
    "all_alike": "All partners have the same amount",
    "pays_most": "{name} pays most: {share} of the whole",
    "receives_most": "{name} receives most: {share} of the whole",
    "amounts_text": "Amounts of {count} partners, from large to small: {first} has most ({high}), {last} least ({low}).",
    "covered_text": "Expenses of {count} partners with the part that income covers: {first} bears most ({high}), {last} least ({low}).",
    "amounts_note": "From large to small, with the part of the whole.",
    "signed_note": "From large to small; a minus means that somebody receives.",
    "covered_note": "A bar is what a partner bears; the lightest part of it is covered by its income. At the right stands what it still pays, or with a minus what it is left with.",
    "covered_received_note": "A bar is what a partner bears; its lightest part is its income. At the right stands what it receives.",
    "most_annex": "The chart shows the {count} partners with the largest amounts, of {all}; the annex has all of them.",
    "most": "The chart shows the {count} partners with the largest amounts, of {all}; the table has all of them.",
}
