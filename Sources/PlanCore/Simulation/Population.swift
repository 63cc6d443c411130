/// How many people live in each province, in thousands, rounded: about what the General Statistics Office gives as the
/// average population of 2022. Here only so that made-up numerators and denominators have the size of real ones.
enum Population {
  static let thousands: [String: Double] = [
    "ha-giang": 890, "cao-bang": 540, "bac-kan": 320, "tuyen-quang": 810, "lao-cai": 770, "yen-bai": 850,
    "thai-nguyen": 1_340, "lang-son": 800, "bac-giang": 1_890, "phu-tho": 1_520, "dien-bien": 630, "lai-chau": 480,
    "son-la": 1_300, "hoa-binh": 870,
    "ha-noi": 8_440, "hai-phong": 2_090, "quang-ninh": 1_360, "vinh-phuc": 1_200, "bac-ninh": 1_490,
    "hai-duong": 1_950, "hung-yen": 1_290, "thai-binh": 1_880, "ha-nam": 880, "nam-dinh": 1_880, "ninh-binh": 1_010,
    "thanh-hoa": 3_720, "nghe-an": 3_420, "ha-tinh": 1_320, "quang-binh": 920, "quang-tri": 650,
    "thua-thien-hue": 1_160, "da-nang": 1_220, "quang-nam": 1_520, "quang-ngai": 1_250, "binh-dinh": 1_510,
    "phu-yen": 880, "khanh-hoa": 1_250, "ninh-thuan": 600, "binh-thuan": 1_250,
    "kon-tum": 580, "gia-lai": 1_590, "dak-lak": 1_920, "dak-nong": 670, "lam-dong": 1_330,
    "ho-chi-minh": 9_390, "binh-phuoc": 1_030, "tay-ninh": 1_190, "binh-duong": 2_760, "dong-nai": 3_260,
    "ba-ria-vung-tau": 1_180,
    "can-tho": 1_250, "long-an": 1_730, "tien-giang": 1_790, "ben-tre": 1_300, "tra-vinh": 1_020,
    "vinh-long": 1_030, "dong-thap": 1_600, "an-giang": 1_910, "kien-giang": 1_750, "hau-giang": 730,
    "soc-trang": 1_200, "bac-lieu": 920, "ca-mau": 1_210,
  ]
}
