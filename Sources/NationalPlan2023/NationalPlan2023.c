#include "NationalPlan2023.h"

static const uint8_t actions_csv[] = {
#embed "Store/actions.csv"
};
static const uint8_t agencies_csv[] = {
#embed "Store/agencies.csv"
};
static const uint8_t indicators_csv[] = {
#embed "Store/indicators.csv"
};
static const uint8_t members_csv[] = {
#embed "Store/members.csv"
};
static const uint8_t pillars_csv[] = {
#embed "Store/pillars.csv"
};
static const uint8_t plan_conf[] = {
#embed "Store/plan.conf"
};
static const uint8_t regions_csv[] = {
#embed "Store/regions.csv"
};
static const uint8_t reports_2017_csv[] = {
#embed "Store/reports/2017.csv"
};
static const uint8_t reports_2018_csv[] = {
#embed "Store/reports/2018.csv"
};
static const uint8_t reports_2019_csv[] = {
#embed "Store/reports/2019.csv"
};
static const uint8_t reports_2020_csv[] = {
#embed "Store/reports/2020.csv"
};
static const uint8_t reports_2021_csv[] = {
#embed "Store/reports/2021.csv"
};
static const uint8_t reports_2022_csv[] = {
#embed "Store/reports/2022.csv"
};
static const uint8_t reports_2023_csv[] = {
#embed "Store/reports/2023.csv"
};
static const uint8_t reports_2024_csv[] = {
#embed "Store/reports/2024.csv"
};
static const uint8_t reports_2025_csv[] = {
#embed "Store/reports/2025.csv"
};
static const uint8_t sources_csv[] = {
#embed "Store/sources.csv"
};
static const uint8_t tasks_csv[] = {
#embed "Store/tasks.csv"
};
static const uint8_t updates_csv[] = {
#embed "Store/updates.csv"
};

static const plan_file files[] = {
    {"actions.csv", actions_csv, sizeof actions_csv},
    {"agencies.csv", agencies_csv, sizeof agencies_csv},
    {"indicators.csv", indicators_csv, sizeof indicators_csv},
    {"members.csv", members_csv, sizeof members_csv},
    {"pillars.csv", pillars_csv, sizeof pillars_csv},
    {"plan.conf", plan_conf, sizeof plan_conf},
    {"regions.csv", regions_csv, sizeof regions_csv},
    {"reports/2017.csv", reports_2017_csv, sizeof reports_2017_csv},
    {"reports/2018.csv", reports_2018_csv, sizeof reports_2018_csv},
    {"reports/2019.csv", reports_2019_csv, sizeof reports_2019_csv},
    {"reports/2020.csv", reports_2020_csv, sizeof reports_2020_csv},
    {"reports/2021.csv", reports_2021_csv, sizeof reports_2021_csv},
    {"reports/2022.csv", reports_2022_csv, sizeof reports_2022_csv},
    {"reports/2023.csv", reports_2023_csv, sizeof reports_2023_csv},
    {"reports/2024.csv", reports_2024_csv, sizeof reports_2024_csv},
    {"reports/2025.csv", reports_2025_csv, sizeof reports_2025_csv},
    {"sources.csv", sources_csv, sizeof sources_csv},
    {"tasks.csv", tasks_csv, sizeof tasks_csv},
    {"updates.csv", updates_csv, sizeof updates_csv},
};

size_t plan_file_count(void) { return sizeof files / sizeof *files; }

plan_file plan_file_at(size_t index) { return files[index]; }
