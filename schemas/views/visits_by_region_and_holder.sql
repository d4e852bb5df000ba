-- How many visits each mandate holder made to each region.
SELECT c.region, h.name AS holder, count(*) AS visits
FROM country_visits AS v
JOIN visit_countries AS vc USING (visit_id)
JOIN countries AS c USING (country_code)
JOIN mandate_holders AS h USING (holder_id)
GROUP BY c.region, h.holder_id
ORDER BY c.region, h.ordinal
