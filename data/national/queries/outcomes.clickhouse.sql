-- What subsidised offices report before and after, by fiscal year, prefecture and service type; service '' is all of them.
-- For ClickHouse (also on a Distributed table). Only offices with both values count. Quartiles by linear interpolation
-- (Hyndman and Fan's type 7), means rounded half up to 6 places; counted in whole tenths, so that nothing is lost.
SELECT concat(toString(year), 'FY') AS period, area, outcome, service, offices,
       CAST(intDiv(200000 * arraySum(befores) + if(arraySum(befores) < 0, -1, 1) * offices, 2 * offices) AS Decimal(18, 6)) / 1000000 AS before_mean,
       CAST(intDiv(200000 * arraySum(afters) + if(arraySum(afters) < 0, -1, 1) * offices, 2 * offices) AS Decimal(18, 6)) / 1000000 AS after_mean,
       CAST(intDiv(200000 * arraySum(changes) + if(arraySum(changes) < 0, -1, 1) * offices, 2 * offices) AS Decimal(18, 6)) / 1000000 AS change_mean,
       CAST(4 * befores[low1] + rest1 * (befores[high1] - befores[low1]) AS Decimal(18, 4)) / 40 AS before_q1,
       CAST(4 * befores[low2] + rest2 * (befores[high2] - befores[low2]) AS Decimal(18, 4)) / 40 AS before_median,
       CAST(4 * befores[low3] + rest3 * (befores[high3] - befores[low3]) AS Decimal(18, 4)) / 40 AS before_q3,
       CAST(4 * afters[low1] + rest1 * (afters[high1] - afters[low1]) AS Decimal(18, 4)) / 40 AS after_q1,
       CAST(4 * afters[low2] + rest2 * (afters[high2] - afters[low2]) AS Decimal(18, 4)) / 40 AS after_median,
       CAST(4 * afters[low3] + rest3 * (afters[high3] - afters[low3]) AS Decimal(18, 4)) / 40 AS after_q3,
       CAST(4 * changes[low1] + rest1 * (changes[high1] - changes[low1]) AS Decimal(18, 4)) / 40 AS change_q1,
       CAST(4 * changes[low2] + rest2 * (changes[high2] - changes[low2]) AS Decimal(18, 4)) / 40 AS change_median,
       CAST(4 * changes[low3] + rest3 * (changes[high3] - changes[low3]) AS Decimal(18, 4)) / 40 AS change_q3
FROM (
  SELECT year, area, outcome, service, offices, befores, afters, changes,
         intDiv(offices - 1, 4) + 1 AS low1, (offices - 1) % 4 AS rest1, least(low1 + 1, offices) AS high1,
         intDiv(2 * (offices - 1), 4) + 1 AS low2, (2 * (offices - 1)) % 4 AS rest2, least(low2 + 1, offices) AS high2,
         intDiv(3 * (offices - 1), 4) + 1 AS low3, (3 * (offices - 1)) % 4 AS rest3, least(low3 + 1, offices) AS high3
  FROM (
    SELECT year, prefecture AS area, outcome, service, toInt64(count()) AS offices,
           arraySort(groupArray(before)) AS befores, arraySort(groupArray(after)) AS afters, arraySort(groupArray(after - before)) AS changes
    FROM (
      SELECT year, prefecture, 'hours' AS outcome, arrayJoin([service, '']) AS service, toInt64(assumeNotNull(hours_before) * 10) AS before, toInt64(assumeNotNull(hours_after) * 10) AS after
      FROM effect_reports WHERE prefecture IN {prefectures:List(String)} AND hours_before IS NOT NULL AND hours_after IS NOT NULL
      UNION ALL
      SELECT year, prefecture, 'overtime', arrayJoin([service, '']), toInt64(assumeNotNull(overtime_before) * 10), toInt64(assumeNotNull(overtime_after) * 10)
      FROM effect_reports WHERE prefecture IN {prefectures:List(String)} AND overtime_before IS NOT NULL AND overtime_after IS NOT NULL
      UNION ALL
      SELECT year, prefecture, 'paid_leave', arrayJoin([service, '']), toInt64(assumeNotNull(paid_leave_before) * 10), toInt64(assumeNotNull(paid_leave_after) * 10)
      FROM effect_reports WHERE prefecture IN {prefectures:List(String)} AND paid_leave_before IS NOT NULL AND paid_leave_after IS NOT NULL
      UNION ALL
      SELECT year, prefecture, 'turnover', arrayJoin([service, '']), toInt64(assumeNotNull(turnover_before) * 10), toInt64(assumeNotNull(turnover_after) * 10)
      FROM effect_reports WHERE prefecture IN {prefectures:List(String)} AND turnover_before IS NOT NULL AND turnover_after IS NOT NULL
    )
    GROUP BY year, prefecture, outcome, service
  )
)
ORDER BY period, area, outcome, service
