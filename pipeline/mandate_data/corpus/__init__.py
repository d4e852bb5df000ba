"""A corpus: the citations of any number of documents, as a data package of Parquet parts.

inputs.py finds the files; manifest.py knows which of them are new or changed; parts.py cuts them into parts. An engine
(engines.py, clusters.py) has each part read by a child process (children.py, child.py, work.py), which reads file by
file (opening.py, reading.py, own_symbols.py), holds the tables against the contract (checking.py) and returns them.
package.py puts them in their place; running.py does one after the other; validating.py checks a package that is there.
"""
