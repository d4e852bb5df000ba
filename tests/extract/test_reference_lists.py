"""Holds the reference tables of countries to ISO 3166-1 and to the names that the sources print."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pycountry
import pytest

REFERENCE = Path(__file__).parents[2] / "pipeline/mandate_data/extract/reference"

# Every name of a country that the sources print where the tables need its code, as it stands there.
PRINTED = """
    Thailand; the Philippines; Uruguay; Morocco; the Netherlands; Georgia; Nigeria; Japan; Armenia;
    Honduras; Benin; Madagascar; Kyrgyzstan; Guatemala; France; Mauritius; the United States of America;
    El Salvador; Senegal; the United Arab Emirates; Estonia; Latvia; Mexico; Ukraine; Greece; Albania;
    Romania; Paraguay; Brazil; South Africa; the Kingdom of Morocco; the Russian Federation; Belgium;
    Fiji; the Lao People's Democratic Republic; Kenya; the Czech Republic; Nepal; Australia; Barbados;
    Cameroon; the Cook Islands; Ghana; Ireland; Liberia; Marshall Islands; Nauru; Niue; Palau; Papua New
    Guinea; Saint Kitts and Nevis; Sao Tome and Principe; Singapore; the Solomon Islands; Somalia; South
    Sudan; the State of Palestine; Tonga; Trinidad and Tobago; Tuvalu; Zambia; the United Kingdom; the
    Ivory Coast; the Syrian Arab Republic; the Democratic People's Republic of Korea; Haiti; Chad; Togo;
    Bangladesh; Nicaragua; Chile
"""


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a reference table."""
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def codes() -> dict[str, str]:
    """Code by name, over M49 names and printed names."""
    found = {row["name"]: row["country_code"] for row in rows("m49.csv")}
    found.update((row["printed"], row["country_code"]) for row in rows("country_names.csv"))
    return found


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("m49.csv", "country_code,m49,name,region_code,region,subregion_code,subregion"),
        ("country_names.csv", "printed,country_code"),
    ],
)
def test_file_is_canonical(name: str, header: str, tmp_path: Path) -> None:
    content = (REFERENCE / name).read_bytes()
    table = rows(name)
    assert content.startswith(header.encode() + b"\n")
    again = tmp_path / name
    with again.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header.split(","), lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)
    assert again.read_bytes() == content
    first = [row[header.split(",")[0]] for row in table]
    assert first == sorted(set(first)), "sorted by the first column, nothing twice"
    assert all(value == value.strip() != "" for row in table for value in row.values())


def test_codes_are_those_of_iso_3166() -> None:
    for row in rows("m49.csv"):
        country = pycountry.countries.get(alpha_3=row["country_code"])
        assert country is not None, row
        assert row["m49"] == country.numeric, row


def test_only_antarctica_and_taiwan_are_left_out() -> None:
    left_out = {c.alpha_3 for c in pycountry.countries} - {row["country_code"] for row in rows("m49.csv")}
    assert left_out == {"ATA", "TWN"}  # one has no region in M49, the other no entry


def test_no_number_or_name_stands_twice() -> None:
    table = rows("m49.csv")
    for column in ("country_code", "m49", "name"):
        assert len({row[column] for row in table}) == len(table), column


def test_each_sub_region_belongs_to_one_region() -> None:
    table = rows("m49.csv")
    regions = {(row["region_code"], row["region"]) for row in table}
    assert regions == {
        ("002", "Africa"), ("009", "Oceania"), ("019", "Americas"), ("142", "Asia"), ("150", "Europe"),
    }  # fmt: skip
    subregions = {(row["subregion_code"], row["subregion"], row["region_code"]) for row in table}
    assert len(subregions) == len({code for code, _, _ in subregions}) == 17
    assert ("419", "Latin America and the Caribbean", "019") in subregions
    assert all(re.fullmatch("[0-9]{3}", code) for code, _, _ in subregions)


def test_every_printed_name_resolves_and_is_not_an_m49_name() -> None:
    table = rows("m49.csv")
    known, names = {row["country_code"] for row in table}, {row["name"] for row in table}
    for row in rows("country_names.csv"):
        assert row["country_code"] in known, row
        assert row["printed"] not in names, f"{row['printed']} needs no second entry"


@pytest.mark.parametrize("printed", [" ".join(name.split()) for name in PRINTED.split(";")])
def test_names_in_the_sources_resolve_exactly(printed: str) -> None:
    assert printed in codes()


@pytest.mark.parametrize(
    ("printed", "code"),
    [  # pairs that a similarity search mixes up
        ("Republic of Korea", "KOR"),
        ("Democratic People's Republic of Korea", "PRK"),
        ("South Korea", "KOR"),
        ("Niger", "NER"),
        ("the Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Congo", "COG"),
        ("Republic of the Congo", "COG"),
        ("the Democratic Republic of the Congo", "COD"),
        ("Dominica", "DMA"),
        ("the Dominican Republic", "DOM"),
        ("Guinea", "GIN"),
        ("Guinea-Bissau", "GNB"),
        ("Equatorial Guinea", "GNQ"),
        ("Papua New Guinea", "PNG"),
        ("Ivory Coast", "CIV"),
        ("Kingdom of Morocco", "MAR"),
        ("Turkey", "TUR"),
        ("Czech Republic", "CZE"),
        ("the Netherlands", "NLD"),
        ("Namibia", "NAM"),
    ],
)
def test_look_alikes_keep_apart(printed: str, code: str) -> None:
    assert codes()[printed] == code
