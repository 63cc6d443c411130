#!/usr/bin/env python3
"""Writes a large simulated store: the tables of a plan, with its agencies multiplied and every one of them reporting.

    make_store.py OUT --plan FOLDER [--agencies 93] [--months 12] [--seed 1]

Beside the plan's own agencies stand made-up units of its provinces, as many as it takes to reach the number asked
for. Each agency reports each indicator once a month, one file a month, rows in random order; a quarter of the notes
are quoted, some with commas and doubled quotes inside. The same arguments give the same bytes. With the 33 indicators
of the bundled plan, 93 agencies make 36,828 rows a year, 930 make 368,280 and 9,300 make 3,682,800.
"""
import argparse
import csv
import pathlib
import random
import shutil

SOURCE = "mo-phong"
COLUMNS = "period,agency,indicator,value,numerator,denominator,source,note"
NOTES = ["", "", "", "", "theo báo cáo tháng", "ước tính", '"số ước, chờ thẩm định"',
         '"đã đối chiếu ""lần hai"", khớp"']

# Not copied: agencies are written anew, and the journal is about work that no made-up unit has.
LEFT_OUT = {"agencies.csv", "updates.csv"}


def read_table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def copy_plan(plan, out):
    """Copies what stays as it is, and says in it that the figures are made up."""
    for path in plan.iterdir():
        if path.is_file() and path.name not in LEFT_OUT:
            shutil.copy(path, out / path.name)
    with open(out / "plan.conf", "a", encoding="utf-8") as file:
        file.write("simulated = true\n")
    with open(out / "sources.csv", "a", encoding="utf-8") as file:
        file.write(f"{SOURCE},Số liệu mô phỏng,,,,simulated\n")


def multiply(agencies, wanted):
    """The nation, and `wanted` agencies: the plan's, then units of its provinces in turn."""
    nation = [row for row in agencies if row["kind"] == "national"]
    reporting = [row for row in agencies if row["kind"] != "national"]
    provinces = [row for row in reporting if row["kind"] == "province"]
    for extra in range(wanted - len(reporting)):
        number, at = divmod(extra, len(provinces))
        province = provinces[at]
        reporting.append(province | {
            "id": f"{province['id']}-{number + 1:03d}",
            "short_vi": f"{province['short_vi']} {number + 1}",
            "name_vi": f"{province['name_vi']}, đơn vị {number + 1}",
            "name_en": f"{province['name_en']}, unit {number + 1}",
        })
    return nation, reporting[:wanted]


def write_agencies(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def figures(aggregation, share, size):
    """Value, numerator and denominator of one report of an agency that has reached `share` of the whole."""
    if aggregation == "agency-share":
        return f"{int(share > 0.5)},,"
    if aggregation == "ratio":
        numerator = int(size * share)
        return f"{100 * numerator / size:.2f},{numerator},{size}"
    return f"{100 * share:.2f},,"


def write_reports(folder, agencies, indicators, months, year, seed):
    dice = random.Random(seed)
    goals = [(agency["id"], indicator["id"], indicator["aggregation"], dice.random(), dice.randrange(1000, 100000))
             for agency in agencies for indicator in indicators]
    folder.mkdir()
    for month in range(months):
        period = f"{year + month // 12}-{month % 12 + 1:02d}"
        progress = (month + 5) / 16
        lines = [
            f"{period},{agency},{indicator},{figures(aggregation, min(1, goal * progress), size)},{SOURCE},"
            f"{dice.choice(NOTES)}\n"
            for agency, indicator, aggregation, goal, size in goals]
        dice.shuffle(lines)
        with open(folder / f"{period}.csv", "w", encoding="utf-8") as file:
            file.write(COLUMNS + "\n")
            file.writelines(lines)


def start_year(plan):
    """The year of the plan's first day."""
    for line in (plan / "plan.conf").read_text(encoding="utf-8").splitlines():
        key, _, value = line.partition("=")
        if key.strip() == "start":
            return int(value.strip()[:4])
    raise SystemExit(f"{plan}/plan.conf: no start")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--plan", type=pathlib.Path, required=True)
    parser.add_argument("--agencies", type=int, default=93)
    parser.add_argument("--months", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.out.mkdir(parents=True)
    copy_plan(options.plan, options.out)
    nation, reporting = multiply(read_table(options.plan / "agencies.csv"), options.agencies)
    write_agencies(options.out / "agencies.csv", nation + reporting)
    write_reports(options.out / "reports", reporting, read_table(options.plan / "indicators.csv"), options.months,
                  start_year(options.plan), options.seed)


if __name__ == "__main__":
    main()
