"""The load that thuky is raced against, in Polars: polars_query.py STORE DATE

The same question and the same answer as duckdb_query.py.
"""
import datetime
import sys

import polars as pl

store, date = sys.argv[1:]
number = {name: pl.Float64 for name in ("value", "numerator", "denominator")}
text = {name: pl.String for name in ("period", "agency", "indicator", "source", "note")}
columns = ("period", "agency", "indicator", "value", "numerator", "denominator", "source", "note")

agencies = pl.scan_csv(f"{store}/agencies.csv").select("id", "kind")
indicators = pl.scan_csv(f"{store}/indicators.csv").select("id", "aggregation", "scope")
reports = pl.scan_csv(f"{store}/reports/**/*.csv", schema={name: (number | text)[name] for name in columns})

month_end = (pl.col("period") + "-01").str.to_date("%Y-%m-%d", strict=False).dt.month_end()
day = pl.when(pl.col("period").str.len_bytes() == 7).then(month_end).otherwise(
    pl.col("period").str.to_date("%Y-%m-%d", strict=False))
is_national, is_province = pl.col("kind") == "national", pl.col("kind") == "province"
in_scope = (
    pl.when(pl.col("scope") == "@all").then(~is_national)
    .when(pl.col("scope") == "@provinces").then(is_province)
    .when(pl.col("scope") == "@ministries").then(~is_province & ~is_national)
    .otherwise(pl.col("scope") == pl.col("agency")))
last = pl.col("day").arg_max()
rolled_up = {
    "ratio": 100 * pl.col("numerator").sum() / pl.col("denominator").sum(),
    "agency-share": 100 * (pl.col("value") == 1).mean(),
}
aggregation = pl.col("aggregation").first()

answer = (
    reports.select("agency", "indicator", "value", "numerator", "denominator", day=day)
    .filter(pl.col("day") <= datetime.date.fromisoformat(date))
    .group_by("indicator", "agency")
    .agg(*(pl.col(name).get(last) for name in number))
    .join(indicators, left_on="indicator", right_on="id")
    .join(agencies, left_on="agency", right_on="id")
    .filter(in_scope)
    .group_by("indicator")
    .agg(
        reported=pl.len(),
        figure=pl.when(aggregation == "ratio").then(rolled_up["ratio"])
        .when(aggregation == "agency-share").then(rolled_up["agency-share"])
        .otherwise(pl.col("value").mean()))
    .sort("indicator"))
for row in answer.collect(engine="streaming").iter_rows():
    print(*row)
