"""A small project about something else, with values read from characters, and what it says about its website."""

from __future__ import annotations

from pathlib import Path

from mandate_data.release.create import plan_release, write_release
from mandate_data.scaffold import new_project, write_project

DOCUMENT = """# A first source

## Lights

The Old Head light in Ireland, 22 metres tall, was first lit in May 1853.

The Cape Agulhas light in South Africa, 27 metres tall,
was first lit in March 1849. Its keeper was Ann Bell.
"""
GUIDE = r"""names_itself: 'A first source'
sections:
  - {heading: '^Lights$', section: lights}
passages:
  lighthouses:
    - id: old-head
      pattern: (?P<name>Old Head) light in (?P<country_code>Ireland), <height> metres tall,\sw
      within: lights
    - id: cape-agulhas
      pattern: (?P<name>Cape Agulhas) light in (?P<country_code>South Africa), <height> metres tall,\sw
      within: lights
  keepers:
    - {id: bell, pattern: 'keeper was (?P<name>[A-Z][a-z]+ [A-Z][a-z]+)', lighthouse_id: cape-agulhas, within: lights}
unread:
  - {pattern: 'was first lit in [A-Z][a-z]+ \d+', reason: the years are not counted here}
"""
LIGHTHOUSES = """name: lighthouses
title: Lighthouses
description: Lighthouses that the source describes.
fields:
  - {name: lighthouse_id, type: string, title: Lighthouse, description: Its short name., constraints: {required: true}}
  - {name: name, type: string, title: Name, description: Its name as printed., constraints: {required: true}}
  - name: country_code
    type: string
    title: Country
    description: Where it is.
    x-normalisation: country
    constraints: {required: true}
  - name: height
    type: integer
    title: Height
    description: In metres.
    x-normalisation: number
    constraints: {required: true}
x-row-title: "{name}, {height} m"
x-row-short-title: "{name}"
primaryKey: [lighthouse_id]
missingValues: ['']
"""
KEEPERS = """name: keepers
title: Keepers
description: Who kept the lights.
fields:
  - {name: keeper_id, type: string, title: Keeper, description: Short name., constraints: {required: true}}
  - {name: name, type: string, title: Name, description: The name as printed., constraints: {required: true}}
  - name: lighthouse_id
    type: string
    title: Lighthouse
    description: The light that was kept.
    x-assigned: true
    constraints: {required: true}
primaryKey: [keeper_id]
foreignKeys:
  - {fields: [lighthouse_id], reference: {resource: lighthouses, fields: [lighthouse_id]}}
missingValues: ['']
"""
SITE = """name: lights
texts:
  footer: No ship was harmed.
time_covered: >-
  SELECT '1849' WHERE (SELECT count(*) FROM lighthouses) > 0
tables:
  lighthouses:
    folder: lights
    linked:
      - {heading: Keepers, table: keepers, columns: [name, lighthouse_id], none: Nobody kept it.}
pages:
  - path: kept/index.html
    menu: Kept
    title: Lights with a keeper
    text: The tallest has {tallest} metres.
    values:
      tallest: SELECT max(height) FROM lighthouses
    table: lighthouses
    linked: Keepers
    with: {heading: Kept, anchor: kept}
    without: {heading: Dark, anchor: dark}
highlights:
  - text: "{tall} is taller than 25 metres."
    values:
      tall: SELECT name FROM lighthouses WHERE height > 25
charts:
  - name: map
    title: Where they are
    text: "Map: {lights} lights in all, which are {names}."
    values:
      lights: SELECT count(*) FROM lighthouses
      names: SELECT name FROM lighthouses ORDER BY name
    rows: SELECT country_code AS country, count(*) AS lights FROM lighthouses GROUP BY country_code
    map: SELECT country_code, count(*) AS lights FROM lighthouses GROUP BY country_code
"""


def release_lighthouses(root: Path) -> None:
    """Begin the project in an empty folder and release it; it has no `schemas/site.yaml` yet."""
    write_project(root, new_project(root, "lighthouses", "Lighthouses"))
    (root / "raw" / "first-source" / "document.md").write_text(DOCUMENT, encoding="utf-8")
    (root / "raw" / "first-source" / "extraction.yaml").write_text(GUIDE, encoding="utf-8")
    tables = root / "schemas" / "tables"
    (tables / "facts.yaml").unlink()
    (tables / "lighthouses.yaml").write_text(LIGHTHOUSES, encoding="utf-8")
    (tables / "keepers.yaml").write_text(KEEPERS, encoding="utf-8")
    package = root / "schemas" / "package.yaml"
    text = package.read_text(encoding="utf-8").replace("  - facts\n", "  - lighthouses\n  - keepers\n")
    package.write_text(text, encoding="utf-8")
    plan = plan_release(root, "2026-01-31")
    assert plan.entry is not None, plan.built.findings
    write_release(root / "build" / "releases", plan.entry, plan.files)
