"""The load that thuky is raced against, in DuckDB: duckdb_query.py STORE DATE

Reads every report of a store with a given schema, takes each agency's last report of each indicator on the date, and
rolls the indicators up as thuky does. Prints a line an indicator: id, agencies that reported, figure.
"""
import sys

import duckdb

QUERY = """
with reports as (
  select indicator, agency, value, numerator, denominator,
    case when length(period) = 7 then last_day(cast(period || '-01' as date)) else cast(period as date) end as day
  from read_csv($reports, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {
    'period': 'varchar', 'agency': 'varchar', 'indicator': 'varchar', 'value': 'double', 'numerator': 'double',
    'denominator': 'double', 'source': 'varchar', 'note': 'varchar'})
),
latest as (
  select i.id, i.aggregation,
    max_by({'value': r.value, 'numerator': r.numerator, 'denominator': r.denominator}, r.day) as report
  from reports r
  join read_csv($indicators) i on i.id = r.indicator
  join read_csv($agencies) a on a.id = r.agency
  where r.day <= cast($date as date) and case i.scope
    when '@all' then a.kind <> 'national'
    when '@provinces' then a.kind = 'province'
    when '@ministries' then a.kind not in ('province', 'national')
    else a.id = i.scope end
  group by i.id, i.aggregation, r.agency
)
select id, count(*),
  case aggregation
    when 'ratio' then 100 * sum(report.numerator) / sum(report.denominator)
    when 'agency-share' then 100 * avg(case when report.value = 1 then 1 else 0 end)
    else avg(report.value)
  end
from latest group by id, aggregation order by id
"""

store, date = sys.argv[1:]
rows = duckdb.execute(QUERY, {
    "reports": f"{store}/reports/**/*.csv", "indicators": f"{store}/indicators.csv",
    "agencies": f"{store}/agencies.csv", "date": date}).fetchall()
for row in rows:
    print(*row)
