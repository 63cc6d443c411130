#include "Themes.h"

static const uint8_t co_so[] = {
#embed "co-so.theme"
};
static const uint8_t don_sac[] = {
#embed "don-sac.theme"
};
static const uint8_t giay[] = {
#embed "giay.theme"
};
static const uint8_t sen[] = {
#embed "sen.theme"
};

static const theme_file files[] = {
    {"co-so", co_so, sizeof co_so},
    {"don-sac", don_sac, sizeof don_sac},
    {"giay", giay, sizeof giay},
    {"sen", sen, sizeof sen},
};

size_t theme_file_count(void) { return sizeof files / sizeof *files; }

theme_file theme_file_at(size_t index) { return files[index]; }
