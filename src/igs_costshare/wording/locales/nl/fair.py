"""What is said of smaller groups of partners, and of whether everybody gains."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Plural, Words

WORDS: Words = {
    "no_group": "moet uit id’s van partners bestaan, verbonden met `+`, maar is {got}",
    "group_form": 'bijvoorbeeld `"stad+dorp" = 10.3`',
    "no_step": "heeft geen enkele trede",
    "step_open": "mist `up_to`; dat mag alleen in de laatste trede",
    "steps_fall": "moet stijgen: {end} komt na {before}",
    "groups_missing": Plural(
        "mist {count} groep van partners: {names}",
        "mist {count} groepen van partners: {names}",
    ),
    "give_groups": "geef voor elke groep wat ze op zichzelf zou betalen",
    "above_steps": "samen hebben de deelnemers {whole} voor `{key}`, boven de laatste trede",
    "add_open_step": "voeg een trede toe, of laat `up_to` weg in de laatste",
    "step_of_all": "deze treden geven {given} voor iedereen samen ({whole} voor `{key}`), terwijl de post {amount} bedraagt",
    "steps_agree": "pas de post of de trede aan, zodat ze overeenstemmen",
    "group_twice": "is dezelfde groep als `{group}`",
    "alone_differs": "verschilt van wat `partner.{partner}.alone` zegt, {alone}",
    "state_once": "vermeld het op één van de twee plaatsen",
    "whole_differs": "verschilt van wat iedereen samen betaalt volgens de posten van het bestand, {bill}",
    "leave_whole": "laat deze groep weg: de posten zeggen wat ze betaalt",
}
