"""The catalogue: a static website from a release, on which every value shows its source. Needs the extra `site`."""
