"""Tables of key figures: what is wrong with one, and what it changes in a description."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "doubtful": "{written} can be read as {thousands} and as {decimals}",
    "be_clear": "write `{thousands}` or `{decimals}`",
    "no_number": "{written} is no number",
    "write_number": "write a number without a unit or a sign, such as 31866 or 12,5; leave the cell empty where there is no figure",
    "below_zero": "must be at least 0, got {written}",
    "too_large": "must be at most {most}, got {written}",
    "too_many_decimals": "has more than {most} decimals: {written}",
    "not_whole": "must be a whole number, got {written}",
    "save_as_csv": "save the table as CSV (UTF-8)",
    "too_large_file": "is larger than a table of key figures",
    "too_many_rows": "has more than {most} rows",
    "empty": "holds no rows",
    "no_who": "no column says which partner a row is of: its header would be {names}",
    "no_name": "no column says what the partners are called: its header would be {names}",
    "headers": "the headers are {names}",
    "no_column": "no column is called “{header}”",
    "no_key": "no column is called as a key of the file",
    "name_column": "say which column it is: {option}",
    "several": "more than one column is called “{header}”, or holds the same key",
    "one_column": "give each column a header of its own, or name one with --column",
    "column_form": "expected KEY=HEADER",
    "column_twice": "names the key `{key}` for the second time",
    "twice": "“{who}” stands in line {line} already",
    "one_row": "leave one row for each partner",
    "several_partners": "“{who}” is the name of several partners: {ids}",
    "match_otherwise": "match by id or by NIS code: --match id, --match nis",
    "no_partner_name": "this row has no name that an id can be made of",
    "not_sound": "with these figures the description would not be sound, by what follows",
    "not_written": "these figures cannot be written into the text of this file: what would stand there says something else",
    "added": "{path} is new: {after}",
    "would_add": "{path} would be new: {after}",
    "no_change": "no figure changes",
    "left_empty": "left as they are, for the table has no figure: {paths}",
    "not_in_file": "not found in {file}: {names}",
    "not_in_data": "not found in {data}: {names}",
}
