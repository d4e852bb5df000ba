-- Each thematic report with who presented it and where it is read.
SELECT r.symbol, r.year, r.body, r.session, r.title, h.name AS holder, d.url
FROM thematic_reports AS r
JOIN mandate_holders AS h USING (holder_id)
JOIN documents AS d USING (symbol)
