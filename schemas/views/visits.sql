-- One row per visit and country, with who carried the visit out, who joined it, and its report; places are the lines of the
-- sources. Count DISTINCT visit_id: one visit went to two countries.
SELECT v.visit_id, v.year, v.start_date, v.end_date, c.country_code, c.name AS country, c.region, c.subregion,
       h.person_id, h.name AS holder, v.kind, v.report_symbol, v.report_status, d.url AS report_url,
       (SELECT group_concat(name, '; ') FROM (
          SELECT o.name FROM visit_partners AS vp JOIN organisations AS o ON o.organisation_id = vp.partner
          WHERE vp.visit_id = v.visit_id ORDER BY o.name)) AS partners,
       (SELECT group_concat(place, ' ') FROM (
          SELECT DISTINCT p.source_id || ':' || p.line AS place FROM provenance AS p
          WHERE p."table" = 'country_visits' AND p.row_key = v.visit_id AND p.source_id IS NOT NULL
          ORDER BY p.source_id, p.line)) AS places
FROM country_visits AS v
JOIN visit_countries AS vc USING (visit_id)
JOIN countries AS c USING (country_code)
JOIN people AS h USING (person_id)
LEFT JOIN documents AS d ON d.symbol = v.report_symbol
