"""Corpora: the citations of any number of documents, as a data package of Parquet.

find_files.py says which files there are; manifest.py which of them are new; parts.py batches them; local_engine.py and
dask_engine.py have the parts read in processes (worker_pool.py, worker.py, read_part.py, read_file.py);
corpus_package.py writes the package; build_corpus.py runs these steps; corpus_check.py checks an existing package.
"""
