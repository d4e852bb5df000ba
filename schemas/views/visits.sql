-- Each visit with its country and who carried it out; places are the lines of the sources.
SELECT v.visit_id, v.year, v.start_date, v.end_date, c.country_code, c.name AS country, c.region, c.subregion,
       h.person_id, h.name AS holder, v.kind, v.report_symbol, v.report_status,
       (SELECT group_concat(place, ' ') FROM (
          SELECT DISTINCT p.source_id || ':' || p.line AS place FROM provenance AS p
          WHERE p."table" = 'country_visits' AND p.row_key = v.visit_id AND p.source_id IS NOT NULL
          ORDER BY p.source_id, p.line)) AS places
FROM country_visits AS v
JOIN visit_countries AS vc USING (visit_id)
JOIN countries AS c USING (country_code)
JOIN people AS h USING (person_id)
