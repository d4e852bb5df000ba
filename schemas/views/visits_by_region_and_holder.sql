-- How often each mandate holder visited a country of each region: a visit to two countries counts for both.
SELECT c.region, h.name AS holder, count(*) AS visits
FROM country_visits AS v
JOIN visit_countries AS vc USING (visit_id)
JOIN countries AS c USING (country_code)
JOIN people AS h USING (person_id)
JOIN mandate_holders AS t USING (mandate_id, person_id)
GROUP BY c.region, v.mandate_id, h.person_id
ORDER BY c.region, v.mandate_id, t.ordinal
