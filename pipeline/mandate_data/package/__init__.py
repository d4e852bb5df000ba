"""Publish: tables become a data package (Data Package 2.0) with CSV, JSON and a JSON Schema a table."""

from mandate_data.package.atomic_folders import may_replace, replace_folder, scratch_folder
from mandate_data.package.write import write_package

__all__ = ["may_replace", "replace_folder", "scratch_folder", "write_package"]
