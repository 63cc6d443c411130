#include "Themes.h"

static const uint8_t co_so[] = {
#embed "co-so.theme"
};
static const uint8_t de_phan_biet[] = {
#embed "de-phan-biet.theme"
};
static const uint8_t don_sac[] = {
#embed "don-sac.theme"
};
static const uint8_t giay[] = {
#embed "giay.theme"
};
static const uint8_t gruvbox[] = {
#embed "gruvbox.theme"
};
static const uint8_t muoi_sau_mau[] = {
#embed "muoi-sau-mau.theme"
};
static const uint8_t nord[] = {
#embed "nord.theme"
};
static const uint8_t sen[] = {
#embed "sen.theme"
};
static const uint8_t solarized_sang[] = {
#embed "solarized-sang.theme"
};
static const uint8_t solarized_toi[] = {
#embed "solarized-toi.theme"
};
static const uint8_t tuong_phan_sang[] = {
#embed "tuong-phan-sang.theme"
};
static const uint8_t tuong_phan_toi[] = {
#embed "tuong-phan-toi.theme"
};

static const theme_file files[] = {
    {"co-so", co_so, sizeof co_so},
    {"de-phan-biet", de_phan_biet, sizeof de_phan_biet},
    {"don-sac", don_sac, sizeof don_sac},
    {"giay", giay, sizeof giay},
    {"gruvbox", gruvbox, sizeof gruvbox},
    {"muoi-sau-mau", muoi_sau_mau, sizeof muoi_sau_mau},
    {"nord", nord, sizeof nord},
    {"sen", sen, sizeof sen},
    {"solarized-sang", solarized_sang, sizeof solarized_sang},
    {"solarized-toi", solarized_toi, sizeof solarized_toi},
    {"tuong-phan-sang", tuong_phan_sang, sizeof tuong_phan_sang},
    {"tuong-phan-toi", tuong_phan_toi, sizeof tuong_phan_toi},
};

size_t theme_file_count(void) { return sizeof files / sizeof *files; }

theme_file theme_file_at(size_t index) { return files[index]; }
