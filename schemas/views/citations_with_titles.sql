-- Each citation with the title and the address of what is cited.
SELECT c.citation_id, c.source_id, c.note, c.form, coalesce(c.symbol, c.work_id, c.instrument_id) AS cited,
       CASE WHEN c.symbol IS NOT NULL THEN 'document' WHEN c.work_id IS NOT NULL THEN 'work' ELSE 'instrument' END AS kind,
       coalesce(d.title, w.title, i.title) AS title, coalesce(d.url, w.url) AS url, c.pinpoint_kind, c.pinpoint
FROM citations AS c
LEFT JOIN documents AS d USING (symbol)
LEFT JOIN works AS w USING (work_id)
LEFT JOIN legal_instruments AS i USING (instrument_id)
