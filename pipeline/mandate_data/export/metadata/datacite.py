"""DataCite 4.5: what a registration agency wants in order to give the release a DOI."""

from __future__ import annotations

from typing import Any

from mandate_data.export.metadata.release_description import ReleaseDescription

SCHEMA_VERSION = "http://datacite.org/schema/kernel-4"


def datacite(release: ReleaseDescription) -> dict[str, Any]:
    """The mandatory properties, but for the DOI, which there is not yet, and those that help to find the data."""
    return {
        "creators": [{"name": name, "nameType": "Organizational"} for name in release.creators],
        "titles": [{"title": release.title, "lang": "en"}],
        "publisher": {"name": release.creators[0]},
        "publicationYear": str(release.year),
        "types": {"resourceTypeGeneral": "Dataset", "resourceType": "Tables"},
        "version": release.version,
        "language": "en",
        "dates": [{"date": release.date, "dateType": "Issued"}],
        "subjects": [{"subject": keyword, "lang": "en"} for keyword in release.keywords],
        "descriptions": [{"description": release.description, "descriptionType": "Abstract", "lang": "en"}],
        "rightsList": [
            {
                "rights": release.licence_title,
                "rightsUri": release.licence_url,
                "rightsIdentifier": release.licence,
                "rightsIdentifierScheme": "SPDX",
                "schemeUri": "https://spdx.org/licenses/",
            }
        ],
        "formats": ["text/csv", "application/json"],
        "sizes": [f"{sum(len(table.cells) for table in release.tables.values())} rows in {len(release.tables)} tables"],
        "relatedItems": [
            {"relatedItemType": "Report", "relationType": "IsDerivedFrom", "titles": [{"title": title}]}
            for title in release.sources
        ],
        "schemaVersion": SCHEMA_VERSION,
    }
