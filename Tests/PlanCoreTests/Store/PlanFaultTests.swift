import PlanCore
import Testing
import TextCore

/// What may be wrong with an indicator or a report beyond its single cells.
@Suite struct PlanFaultTests {
  private static let header = "id,pillar,title_vi,unit,comparator,target,baseline,aggregation,scope,source\n"

  @Test func scopeMixesTheNationWithAgencies() throws {
    try MarkedStore([
      "indicators.csv": Self.header + """
        A,data,Tên,%,>=,1,,mean,1️⃣vn mic,s1
        B,data,Tên,%,>=,1,,mean,2️⃣@provinces vn,s1
        C,data,Tên,%,>=,1,,national,3️⃣vn ha-noi,s1

        """
    ]).expect(
      .error(
        "1️⃣", "the scope mixes the nation with agencies; name one or the other",
        vietnamese: "phạm vi trộn cả nước với đơn vị; chọn một trong hai"),
      .error("2️⃣", "the scope mixes the nation with agencies; name one or the other"),
      .error("3️⃣", "the scope mixes the nation with agencies; name one or the other"))
  }

  @Test func nationalScopeMustBeTheNation() throws {
    try MarkedStore([
      "agencies.csv": "id,kind,short_vi,name_vi\nvn,national,VN,VN\nmic,ministry,Bộ,Bộ\nsbv,ministry,Bộ,Bộ\n",
      "tasks.csv": "id,lead,title_vi,source\n",
      "indicators.csv": Self.header + """
        A,data,Tên,%,>=,1,,national,1️⃣mic,s1
        B,data,Tên,%,>=,1,,national,2️⃣@all,s1
        C,data,Tên,%,>=,1,,national,3️⃣@provinces,s1
        D,data,Tên,%,>=,1,,national,vn,s1
        E,data,Tên,%,>=,1,,mean,@provinces,s1

        """,
    ]).expect(
      .error("1️⃣", "the scope of a «national» indicator must be «vn»"),
      .error("2️⃣", "the scope of a «national» indicator must be «vn»"),
      .error(
        "3️⃣", "the scope of a «national» indicator must be «vn»",
        vietnamese: "chỉ tiêu «national» phải có phạm vi «vn»"))
  }

  @Test func scopeIsInOrderAndWithoutRepeats() throws {
    let store = try MarkedStore([
      "indicators.csv": Self.header + "A,data,Tên,%,>=,1,,mean,da-nang  sbv @ministries\tda-nang,s1\n"
    ]).expect()
    #expect(store.plan.indicators.first?.scope == [1, 2, 4])
    #expect(store.plan.indicators.first?.scopeText == "da-nang  sbv @ministries\tda-nang")
  }

  @Test func falling() throws {
    try MarkedStore([
      "indicators.csv": Self.header + """
        A,data,Tên,%,<,1,1️⃣,mean,@all,s1
        B,data,Tên,%,<=,1,2️⃣ ,mean,@all,s1
        C,3️⃣x,Tên,%,<=,1,4️⃣,mean,@all,s1
        D,data,Tên,%,<=,1,5️⃣x,mean,@all,s1
        E,data,Tên,%,<=,1,0,mean,@all,s1
        F,data,Tên,%,>=,1,,mean,@all,s1

        """
    ]).expect(
      .error(
        "1️⃣", "a target «<» must have its starting level in column «baseline»",
        vietnamese: "chỉ tiêu «<» phải có mức ban đầu ở cột «baseline»"),
      .error("2️⃣", "a target «<=» must have its starting level in column «baseline»"),
      .error("3️⃣", "no id «x» in pillars.csv"),
      .error("4️⃣", "a target «<=» must have its starting level in column «baseline»"),
      .error("5️⃣", "«x» is not a number; write it as 16.5"))
    try MarkedStore([
      "indicators.csv": "id,pillar,title_vi,comparator,target,aggregation,scope,source\n1️⃣A,data,Tên,<,1,mean,@all,s1\n"
    ]).expect(.error("1️⃣", "a target «<» must have its starting level in column «baseline»"))
  }

  // MARK: Reports

  private static let reports = "period,agency,indicator,value,numerator,denominator\n"

  @Test func agencyShareIsOneOrNought() throws {
    let store = try MarkedStore([
      "reports/a.csv": Self.reports + """
        2023-06,mic,DL1,1️⃣0.5,,
        2023-06,sbv,DL1,2️⃣100,,
        2023-06,ha-noi,DL1,1.0,,
        2023-06,da-nang,DL1,0,,
        2023-06,vn,DL1,52.3,,

        """
    ]).expect(
      .error(
        "1️⃣", "a value of «DL1» is 1 (yes) or 0 (no)", vietnamese: "giá trị của «DL1» chỉ là 1 (đã có) hoặc 0 (chưa có)"),
      .error("2️⃣", "a value of «DL1» is 1 (yes) or 0 (no)"))
    #expect(store.reports.count == 3)
  }

  @Test(arguments: ["có", "0,5", "16.5%", "1e0"]) func agencyShareThatIsNoNumber(text: String) throws {
    try MarkedStore([
      "reports/a.csv": "period,agency,indicator,value\n2023-06,mic,DL1,1️⃣\"\(text)\"\n2023-06,vn,DL1,2️⃣x\n"
    ]).expect(
      .error(
        "1️⃣", "«\(text)» is not 1 (yes) or 0 (no)",
        vietnamese: "«\(text)» không phải là 1 (đã có) hoặc 0 (chưa có)"),
      .error("2️⃣", "«x» is not a number; write it as 16.5"))
  }

  @Test func sharesOutOfRangeAreReadAndWarnedOf() throws {
    let store = try MarkedStore([
      "reports/a.csv": Self.reports + """
        2023-06,vn,DL1,1️⃣100.1,,
        2023-06,vn,KT1,2️⃣-0.1,,
        2023-06,ha-noi,KT2,3️⃣101,1,2
        2023-07,vn,KT1,100,,
        2023-08,vn,KT1,0,,
        2023-06,mic,KT3,1000,,

        """
    ]).expect(
      .warning("1️⃣", "a share outside 0…100 %", vietnamese: "tỷ lệ ngoài khoảng 0…100 %"),
      .warning("2️⃣", "a share outside 0…100 %"), .warning("3️⃣", "a share outside 0…100 %"))
    #expect(store.reports.count == 6)
  }

  @Test func numeratorAboveDenominator() throws {
    let store = try MarkedStore([
      "reports/a.csv": Self.reports + """
        2023-06,ha-noi,KT2,,1️⃣11,10
        2023-06,da-nang,KT2,,10,10
        2023-06,mic,KT3,1,2️⃣3,2
        2023-06,sbv,KT3,1,3,
        2023-07,sbv,KT3,1,,3

        """
    ]).expect(
      .warning(
        "1️⃣", "the numerator is above its denominator", vietnamese: "tử số lớn hơn mẫu số"),
      .warning("2️⃣", "the numerator is above its denominator"))
    #expect(store.reports.count == 5)
  }

  @Test func denominatorThatIsNotAboveNought() throws {
    let message = "the denominator must be above 0"
    let store = try MarkedStore([
      "reports/a.csv": Self.reports + """
        2023-06,ha-noi,KT2,,11,1️⃣0
        2023-06,da-nang,KT2,10,0,2️⃣-1
        2023-06,mic,KT3,7,0,3️⃣0.0
        2023-06,vn,KT1,,-2,4️⃣-1

        """
    ]).expect(
      .warning("1️⃣", message, vietnamese: "mẫu số phải lớn hơn 0"), .warning("2️⃣", message),
      .warning("3️⃣", message), .warning("4️⃣", message))
    #expect(store.reports.count == 4)
  }

  /// A row that says nothing is read, and the one that sent it is told.
  @Test func rowsWithoutAFigure() throws {
    let none = "this row has no figure to use; give "
    let store = try MarkedStore([
      "reports/a.csv": Self.reports + """
        2023-06,vn,KT1,1️⃣,,
        2023-07,vn,DL1,2️⃣,3,
        2023-06,mic,DL1,3️⃣,,
        2023-07,mic,DL1,4️⃣,1,2
        2023-06,ha-noi,KT2,,5️⃣,
        2023-07,ha-noi,KT2,,6️⃣3,
        2023-06,mic,KT3,7️⃣,,5
        2023-06,mic,KT1,8️⃣,,

        """
    ]).expect(
      .warning(
        "1️⃣", none + "a «value», or a «numerator» and a «denominator» above 0",
        vietnamese: "dòng không có số liệu dùng được; cần «value», hoặc «numerator» và «denominator» lớn hơn 0"),
      .warning("2️⃣", none + "a «value», or a «numerator» and a «denominator» above 0"),
      .warning(
        "3️⃣", none + "a «value» of 1 (yes) or 0 (no)",
        vietnamese: "dòng không có số liệu dùng được; cần «value» là 1 (đã có) hoặc 0 (chưa có)"),
      .warning("4️⃣", none + "a «value» of 1 (yes) or 0 (no)"),
      .warning(
        "5️⃣", none + "a «numerator» and a «denominator» above 0",
        vietnamese: "dòng không có số liệu dùng được; cần «numerator» và «denominator» lớn hơn 0"),
      .warning("6️⃣", none + "a «numerator» and a «denominator» above 0"),
      .warning("7️⃣", none + "a «value»", vietnamese: "dòng không có số liệu dùng được; cần «value»"),
      .warning("8️⃣", none + "a «value», or a «numerator» and a «denominator» above 0"))
    #expect(store.reports.count == 8)
  }

  /// Its agency's own page shows such a figure, and nothing else does. Other years' are for comparison anyway.
  @Test func rowsThatDoNotCountInTheRollup() throws {
    let message = "this row does not count in the roll-up; give "
    try MarkedStore([
      "reports/a.csv": Self.reports + """
        2023-06,ha-noi,KT2,54,1️⃣,
        2023-07,ha-noi,KT2,54,2️⃣3,
        2023-06,mic,KT3,3️⃣,1,2
        2022-12,ha-noi,KT2,54,,
        2024-01,ha-noi,KT2,54,,
        2023-06,vn,KT2,54,,
        2023-06,vn,KT3,,1,2
        2023-06,mic,KT1,,1,2

        """
    ]).expect(
      .warning(
        "1️⃣", message + "a «numerator» and a «denominator» above 0",
        vietnamese: "dòng không được tính vào số liệu tổng hợp; cần «numerator» và «denominator» lớn hơn 0"),
      .warning("2️⃣", message + "a «numerator» and a «denominator» above 0"),
      .warning("3️⃣", message + "a «value»", vietnamese: "dòng không được tính vào số liệu tổng hợp; cần «value»"))
    try MarkedStore(["reports/a.csv": "period,agency,indicator,value\n1️⃣2023-06,ha-noi,KT2,54\n"]).expect(
      .warning("1️⃣", message + "a «numerator» and a «denominator» above 0"))
  }

  /// The later line of the file that sorts last in byte order (`-` before `.` before `/`) wins.
  @Test func duplicates() throws {
    let message = "same agency, indicator and period as "
    let hint = "; the later one is used if it has a figure"
    let store = try MarkedStore([
      "reports/a/b.csv": Self.reports + "4️⃣2023-06,vn,KT1,3️⃣,,\n2023-06,mic,KT3,1,,\n",
      "reports/a.csv": Self.reports + "1️⃣2023-06,vn,KT1,15,,\n2️⃣2023-06-30,vn,KT1,15.1,,\n2023-05,vn,KT1,14,,\n",
      "reports/a-b.csv": Self.reports + "2023-06,vn,KT1,15.2,,\n",
    ]).expect(
      .warning(
        "1️⃣", message + "reports/a-b.csv:2" + hint,
        vietnamese: "trùng đơn vị, chỉ tiêu và kỳ với reports/a-b.csv:2; dòng sau được dùng nếu có số liệu"),
      .warning("2️⃣", message + "reports/a.csv:2" + hint), .warning("4️⃣", message + "reports/a.csv:3" + hint),
      .warning(
        "3️⃣", "this row has no figure to use; give a «value», or a «numerator» and a «denominator» above 0"))
    #expect(store.reports.files == ["reports/a-b.csv", "reports/a.csv", "reports/a/b.csv"])
    // The winner is the last with a figure: the assessment passes the last one over, which has none.
    let history = store.reports.history(indicator: 1, agency: 0)
    #expect(history.map(\.value) == [14, 15.2, 15, 15.1, nil])
    #expect(history.map(\.place.line) == [4, 2, 2, 3, 2])
  }

  @Test func findingsStandInTheOrderOfTheFiles() throws {
    let rows = ["2023-06,vn,KT1,15,,", "2023-06,vn,KT1,101,,", "2023-06,mic,KT3,1,1️⃣3,2", "2023-05,vn,KT1,x,,"]
    let text = Self.reports + (rows + rows).joined(separator: "\n") + "\n"
    let first = try MarkedStore(["reports/a.csv": text, "reports/b.csv": text]).open().findings
    let places = first.kept.map { ($0.file, $0.line, $0.column) }
    #expect(places.map { "\($0)" } == places.sorted { $0 < $1 }.map { "\($0)" })
    #expect(first.kept.filter { $0.message.english.hasPrefix("same") }.count == 10)
    #expect(first.warningCount == 10 + 8 && first.errorCount == 4)
    let wide = "agency,period,indicator,value,received\n1️⃣x,2️⃣y,3️⃣z,4️⃣a,5️⃣b\n"
    try MarkedStore(["reports/a.csv": wide]).expect(
      .error("1️⃣", "no id «x» in agencies.csv"),
      .error("2️⃣", "«y» is not a period; write a month 2023-06 or a day 2023-06-30"),
      .error("3️⃣", "no id «z» in indicators.csv"),
      .error("4️⃣", "«a» is not a number; write it as 16.5"),
      .error("5️⃣", "«b» is not a day; write year-month-day, as in 2023-06-30"))
  }

  @Test func neededTables() throws {
    for name in ["pillars.csv", "agencies.csv", "indicators.csv"] {
      let store = try MarkedStore(
        [
          "tasks.csv": "id,lead,title_vi,source\n", "actions.csv": "id,month,title_vi,source\n",
          "indicators.csv": "id,pillar,title_vi,comparator,target,aggregation,scope,source\n",
        ], without: [name]
      ).open()
      let says = "the file \(name) is missing; rows that name its ids are not read"
      #expect(store.findings.kept.map { $0.text(in: .english) } == ["\(name):1:1: error: \(says)"])
      #expect(
        store.findings.kept.map(\.message.vietnamese) == [
          "thiếu tệp \(name); các dòng dẫn mã của bảng này không được đọc"
        ])
    }
  }

  @Test func otherTablesMayBeMissing() throws {
    let store = try MarkedStore(
      [
        "agencies.csv": "id,kind,short_vi,name_vi\nvn,national,VN,VN\nmic,ministry,Bộ,Bộ\nsbv,ministry,Bộ,Bộ\n"
      ], without: ["regions.csv", "members.csv", "tasks.csv", "actions.csv"]
    ).expect()
    #expect(store.plan.regions.isEmpty && store.plan.tasks.isEmpty && store.plan.actions.isEmpty)
  }

  @Test func englishFallsBackToVietnamese() throws {
    let plan = try MarkedStore().expect().plan
    #expect(plan.pillars.map(\.name.english) == ["Digital data", "Kinh tế số"])
    #expect(
      plan.agencies.map(\.shortName.english) == [
        "Cả nước", "MIC", "State Bank", "Thành phố Hà Nội", "Thành phố Đà Nẵng",
      ])
    #expect(plan.agencies.map(\.shortName.vietnamese) == ["Cả nước", "Bộ TT&TT", "NHNN", "Hà Nội", "Đà Nẵng"])
  }

  @Test func groupsAreExpanded() throws {
    let plan = try MarkedStore([
      "tasks.csv": """
      id,lead,title_vi,source
      A,@all,Tên,s1
      B,@ministries,Tên,s1
      C,@provinces,Tên,s1
      D,sbv,Tên,s1
      E,vn,Tên,s1

      """
    ]).expect().plan
    #expect(plan.tasks.map(\.assignees) == [[1, 2, 3, 4], [1, 2], [3, 4], [2], [0]])
    #expect(plan.actions.map(\.due.iso) == ["2023-06-15", "2023-07-31"])
    #expect(plan.actions.map(\.hasDay) == [true, false])
  }
}
