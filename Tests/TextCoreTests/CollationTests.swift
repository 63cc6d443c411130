import Testing
import TextCore

@Suite struct CollationTests {
  private func sorted(_ texts: [String]) -> [String] {
    texts.sorted { CollationKey($0) < CollationKey($1) }
  }

  @Test(arguments: [
    [
      "a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "ô", "ơ", "p", "q",
      "r", "s", "t", "u", "ư", "v", "w", "x", "y", "z",
    ],
    ["ma", "mà", "mả", "mã", "má", "mạ", "mă", "mằ", "mặ", "mâ", "mầ", "mẩ", "mẫ", "mấ", "mậ", "mb"],
    ["an", "án", "ang", "ăn", "ân"],
    ["da", "dz", "đa", "đá", "e"],
    ["a", "A", "à", "À", "b", "B"],
    ["Hà Giang", "Hà Nam", "Hà Nội", "Hà Tĩnh", "Hải Dương", "Hải Phòng", "Hậu Giang", "Hòa Bình"],
    ["", " ", "1", "10", "2", "a"],
    ["lan", "lán", "lan anh", "lang"],
  ])
  func order(expected: [String]) {
    #expect(sorted(expected.reversed()) == expected)
  }

  @Test func composedOrNotIsTheSame() {
    #expect(CollationKey("a\u{302}\u{323}") == CollationKey("ậ"))
    #expect(CollationKey("Việt") != CollationKey("Viêt"))
    #expect(CollationKey("a") != CollationKey("A"))
  }

  @Test func provinces() {
    let provinces = [
      "An Giang", "Bà Rịa - Vũng Tàu", "Bạc Liêu", "Bắc Giang", "Bắc Kạn", "Bắc Ninh", "Bến Tre", "Bình Dương",
      "Bình Định", "Bình Phước", "Bình Thuận", "Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng", "Đắk Lắk", "Đắk Nông",
      "Điện Biên", "Đồng Nai", "Đồng Tháp", "Gia Lai", "Hà Giang", "Hà Nam", "Hà Nội", "Hà Tĩnh", "Hải Dương",
      "Hải Phòng", "Hậu Giang", "Hòa Bình", "Hồ Chí Minh", "Hưng Yên", "Khánh Hòa", "Kiên Giang", "Kon Tum", "Lai Châu",
      "Lạng Sơn", "Lào Cai", "Lâm Đồng", "Long An", "Nam Định", "Nghệ An", "Ninh Bình", "Ninh Thuận", "Phú Thọ",
      "Phú Yên", "Quảng Bình", "Quảng Nam", "Quảng Ngãi", "Quảng Ninh", "Quảng Trị", "Sóc Trăng", "Sơn La", "Tây Ninh",
      "Thái Bình", "Thái Nguyên", "Thanh Hóa", "Thừa Thiên Huế", "Tiền Giang", "Trà Vinh", "Tuyên Quang", "Vĩnh Long",
      "Vĩnh Phúc", "Yên Bái",
    ]
    #expect(provinces.count == 63)
    #expect(sorted(provinces.reversed()) == provinces)
  }
}
