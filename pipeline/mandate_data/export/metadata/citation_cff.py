"""CITATION.cff: how to cite the release, in the Citation File Format 1.2.0."""

from __future__ import annotations

import yaml

from mandate_data.export.metadata.release_description import ReleaseDescription

WIDTH = 110


def citation(release: ReleaseDescription) -> str:
    content = {
        "cff-version": "1.2.0",
        "message": "If you use these data, please cite them as below.",
        "type": "dataset",
        "title": release.title,
        "version": release.version,
        "date-released": release.date,
        "authors": [{"name": name} for name in release.creators],
        "license": release.licence,
        "abstract": release.description,
        "keywords": list(release.keywords),
    }
    return yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=WIDTH)
