-- Use of the care-plan data link, by month, prefecture, municipality and service type.
-- For ClickHouse (also on a Distributed table) and PostgreSQL alike.
-- Wants facility_months: a row an office, service type and month, with offices = 1 and applications = 0 or 1.
SELECT month, prefecture, area, service,
       count(*) AS offices,
       sum(applications) AS applications
FROM facility_months
WHERE month >= {first:String} AND month <= {last:String}
GROUP BY month, prefecture, area, service
ORDER BY month, prefecture, area, service
