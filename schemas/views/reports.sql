-- Each thematic report with who presented it, its themes and where it is read.
SELECT r.symbol, r.year, r.body, r.session, r.title, h.person_id, h.name AS holder, r.attribution,
       (SELECT group_concat(title, '; ') FROM (
          SELECT t.title FROM theme_reports AS p JOIN themes AS t USING (theme_id)
          WHERE p.symbol = r.symbol ORDER BY t.ordinal)) AS themes,
       d.url
FROM thematic_reports AS r
LEFT JOIN people AS h USING (person_id)
JOIN documents AS d USING (symbol)
