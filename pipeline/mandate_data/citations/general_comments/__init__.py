"""General comments and recommendations of the treaty bodies, named by number and committee."""
