"""DataCite 4.5: what a registration agency wants in order to give the release a DOI."""

from __future__ import annotations

from typing import Any

from mandate_data.export.metadata.release_description import Model

SCHEMA_VERSION = "http://datacite.org/schema/kernel-4"


def datacite(model: Model) -> dict[str, Any]:
    """The mandatory properties, but for the DOI, which there is not yet, and those that help to find the data."""
    return {
        "creators": [{"name": name, "nameType": "Organizational"} for name in model.creators],
        "titles": [{"title": model.title, "lang": "en"}],
        "publisher": {"name": model.creators[0]},
        "publicationYear": str(model.year),
        "types": {"resourceTypeGeneral": "Dataset", "resourceType": "Tables"},
        "version": model.version,
        "language": "en",
        "dates": [{"date": model.date, "dateType": "Issued"}],
        "subjects": [{"subject": keyword, "lang": "en"} for keyword in model.keywords],
        "descriptions": [{"description": model.description, "descriptionType": "Abstract", "lang": "en"}],
        "rightsList": [
            {
                "rights": model.licence_title,
                "rightsUri": model.licence_url,
                "rightsIdentifier": model.licence,
                "rightsIdentifierScheme": "SPDX",
                "schemeUri": "https://spdx.org/licenses/",
            }
        ],
        "formats": ["text/csv", "application/json"],
        "sizes": [f"{sum(table.rows for table in model.tables)} rows in {len(model.tables)} tables"],
        "relatedItems": [
            {"relatedItemType": "Report", "relationType": "IsDerivedFrom", "titles": [{"title": title}]}
            for title in model.sources
        ],
        "schemaVersion": SCHEMA_VERSION,
    }
