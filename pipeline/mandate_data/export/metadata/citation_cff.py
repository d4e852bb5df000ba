"""CITATION.cff: how to cite the release, in the Citation File Format 1.2.0."""

from __future__ import annotations

import yaml

from mandate_data.export.metadata.release_description import Model

WIDTH = 110


def citation(model: Model) -> str:
    content = {
        "cff-version": "1.2.0",
        "message": "If you use these data, please cite them as below.",
        "type": "dataset",
        "title": model.title,
        "version": model.version,
        "date-released": model.date,
        "authors": [{"name": name} for name in model.creators],
        "license": model.licence,
        "abstract": model.description,
        "keywords": list(model.keywords),
    }
    return yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=WIDTH)
