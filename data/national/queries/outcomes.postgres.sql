-- What subsidised offices report before and after, by fiscal year, prefecture and service type; service '' is all of them.
-- For PostgreSQL. Only offices with both values count. Quartiles by linear interpolation (percentile_cont), means rounded
-- half up to 6 places.
SELECT concat(year, 'FY') AS period, prefecture AS area, outcome, coalesce(service, '') AS service, count(*) AS offices,
       round(avg(before), 6) AS before_mean, round(avg(after), 6) AS after_mean, round(avg(after - before), 6) AS change_mean,
       round(percentile_cont(0.25) WITHIN GROUP (ORDER BY before)::numeric, 4) AS before_q1,
       round(percentile_cont(0.5) WITHIN GROUP (ORDER BY before)::numeric, 4) AS before_median,
       round(percentile_cont(0.75) WITHIN GROUP (ORDER BY before)::numeric, 4) AS before_q3,
       round(percentile_cont(0.25) WITHIN GROUP (ORDER BY after)::numeric, 4) AS after_q1,
       round(percentile_cont(0.5) WITHIN GROUP (ORDER BY after)::numeric, 4) AS after_median,
       round(percentile_cont(0.75) WITHIN GROUP (ORDER BY after)::numeric, 4) AS after_q3,
       round(percentile_cont(0.25) WITHIN GROUP (ORDER BY after - before)::numeric, 4) AS change_q1,
       round(percentile_cont(0.5) WITHIN GROUP (ORDER BY after - before)::numeric, 4) AS change_median,
       round(percentile_cont(0.75) WITHIN GROUP (ORDER BY after - before)::numeric, 4) AS change_q3
FROM effect_reports,
     LATERAL (VALUES ('hours', hours_before, hours_after), ('overtime', overtime_before, overtime_after),
                     ('paid_leave', paid_leave_before, paid_leave_after), ('turnover', turnover_before, turnover_after))
       AS told (outcome, before, after)
WHERE before IS NOT NULL AND after IS NOT NULL AND prefecture IN {prefectures:List(String)}
GROUP BY year, prefecture, outcome, GROUPING SETS ((), (service))
ORDER BY period, area, outcome, coalesce(service, '')
