"""mandate-data: United Nations human-rights documents become data with an address in the source.

One way through: documents -> extract -> validate -> publish. A stage imports only from stages to its left;
`citations` is a library that knows nothing of our sources.
"""
