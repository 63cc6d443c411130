import PlanCore
import Testing
import TextCore

/// What may be wrong with a cell: ids, references, numbers, days, enumerations, groups.
@Suite struct CellFaultTests {
  // MARK: Ids

  @Test func idTwice() throws {
    let store = try MarkedStore([
      "regions.csv": "id,name_vi\nnorth,Bắc\nsouth,Nam\n1️⃣north,Khác\n"
    ]).expect(
      .error(
        "1️⃣", "id «north» is given above; the first row stands",
        vietnamese: "mã «north» đã có ở dòng trên; dòng đầu được dùng"))
    #expect(store.plan.regions.map(\.name.vietnamese) == ["Bắc", "Nam"])
  }

  /// The first readable row stands: one that was left out is no first.
  @Test func idOfARowThatWasLeftOut() throws {
    let store = try MarkedStore(["regions.csv": "id,name_vi\nnorth,1️⃣\nnorth,Bắc\n"])
      .expect(.error("1️⃣", "«name_vi» is empty; it must have a value"))
    #expect(store.plan.regions.map(\.name.vietnamese) == ["Bắc"])
    #expect(store.plan.agencies.first { $0.id == "ha-noi" }?.region == 0)
  }

  @Test(arguments: ["miền", "a b", "a/b", "a,b", "@all"])
  func idOfOtherLetters(id: String) throws {
    try MarkedStore(["regions.csv": "id,name_vi\nnorth,Bắc\n1️⃣\"\(id)\",Nam\n"]).expect(
      .error("1️⃣", "id «\(id)» is not valid; use ASCII letters, digits, «-», «_», «.» only"))
  }

  @Test func emptyRequiredCell() throws {
    try MarkedStore(["sources.csv": "id,title,confidence\ns1,T,public\n1️⃣,2️⃣ ,public\ns3,T,3️⃣\ns2,T,public\n"]).expect(
      .error("1️⃣", "«id» is empty; it must have a value", vietnamese: "ô «id» để trống; phải có giá trị"),
      .error("2️⃣", "«title» is empty; it must have a value"),
      .error("3️⃣", "«confidence» is empty; it must have a value"))
  }

  // MARK: References

  @Test func unknownSourceRegionOwnerAreWarnings() throws {
    let store = try MarkedStore([
      "agencies.csv": """
      id,kind,region,short_vi,name_vi
      vn,national,,Cả nước,Cả nước
      mic,ministry,,Bộ,Bộ
      sbv,ministry,,Bộ,Bộ
      ha-noi,province,1️⃣nort,Hà Nội,Hà Nội

      """,
      "indicators.csv": """
      id,pillar,title_vi,comparator,target,aggregation,scope,owner,source
      DL1,data,Tên,>=,100,agency-share,@all,2️⃣mci,3️⃣s3

      """,
      "tasks.csv": "id,lead,coordinating,title_vi,source\nT01,mic,4️⃣mic mix @provinces @alll,Tên,s1\n",
      "actions.csv": "id,month,title_vi,source\nA1,2023-01,Tên,5️⃣\"x\"\n",
      "members.csv": "id,role_vi,office_vi,source\nm,Tên,Tên,6️⃣s11\n",
      "reports/a.csv": "period,agency,indicator,value,source\n2023-01,mic,DL1,1,7️⃣zzz\n",
    ]).expect(
      .warning("1️⃣", "no id «nort» in regions.csv; did you mean «north»?"),
      .warning("6️⃣", "no id «s11» in sources.csv; did you mean «s1»?"),
      .warning(
        "2️⃣", "no id «mci» in agencies.csv; did you mean «mic»?",
        vietnamese: "không có mã «mci» trong agencies.csv; có phải «mic»?"),
      .warning("3️⃣", "no id «s3» in sources.csv; did you mean «s1»?"),
      .warning("4️⃣", "no id «mix» in agencies.csv; did you mean «mic»?"),
      .warning("4️⃣", "no group «@alll»; did you mean «@all»? Groups: @all, @ministries, @provinces"),
      .warning("5️⃣", "no id «x» in sources.csv"),
      .warning("7️⃣", "no id «zzz» in sources.csv"))
    #expect(store.plan.indicators.map(\.id) == ["DL1"])
    #expect(store.plan.indicators.first?.owner == nil)
    #expect(store.plan.tasks.first?.coordinating == [.agency(1), .group(.provinces)])
    #expect(store.plan.actions.count == 1)
    #expect(store.plan.members.count == 1)
    #expect(store.reports.count == 1)
  }

  @Test func otherUnknownIdsLoseTheirRow() throws {
    let store = try MarkedStore([
      "indicators.csv": """
      id,pillar,title_vi,comparator,target,aggregation,scope,source
      DL1,1️⃣date,Tên,>=,100,agency-share,@all,s1
      DL2,data,Tên,>=,100,agency-share,2️⃣mic sbw,s1
      DL3,data,Tên,>=,100,agency-share,@all,s1

      """,
      "tasks.csv": """
      id,pillar,lead,title_vi,source
      T01,,3️⃣mc,Tên,s1
      T02,4️⃣dat,mic,Tên,s1
      T03,,5️⃣@province,Tên,s1
      T04,,6️⃣mic sbv,Tên,s1

      """,
      "actions.csv": "id,month,lead,title_vi,indicator,source\nA1,2023-01,mic,Tên,7️⃣DL2,s1\n",
      "members.csv": "id,role_vi,agency,office_vi\nm,Tên,8️⃣ha-nội,Tên\n",
      "reports/a.csv": "period,agency,indicator,value\n2023-01,mic,9️⃣DL4,1\n",
    ]).expect(
      .error("8️⃣", "no id «ha-nội» in agencies.csv; did you mean «ha-noi»?"),
      .error("1️⃣", "no id «date» in pillars.csv; did you mean «data»?"),
      .error("2️⃣", "no id «sbw» in agencies.csv; did you mean «sbv»?"),
      .error("3️⃣", "no id «mc» in agencies.csv; did you mean «mic»?"),
      .error("4️⃣", "no id «dat» in pillars.csv; did you mean «data»?"),
      .error("5️⃣", "no group «@province»; did you mean «@provinces»? Groups: @all, @ministries, @provinces"),
      .error("6️⃣", "«mic sbv»: name one agency or one group", vietnamese: "«mic sbv»: chỉ một đơn vị hoặc một nhóm"),
      .error("7️⃣", "no id «DL2» in indicators.csv; its row (indicators.csv:3) was left out for an error"),
      .error("9️⃣", "no id «DL4» in indicators.csv; did you mean «DL3»?"))
    #expect(store.plan.indicators.map(\.id) == ["DL3"])
    #expect(store.plan.tasks.isEmpty)
    #expect(store.plan.actions.isEmpty)
    #expect(store.plan.members.isEmpty)
    #expect(store.reports.count == 0)
  }

  /// Nothing else may be meant by an id whose row is there, but could not be read.
  @Test func referencesToRowsThatWereLeftOut() throws {
    let store = try MarkedStore([
      "agencies.csv": """
      id,kind,short_vi,name_vi
      vn,national,VN,VN
      mic,ministry,1️⃣,Bộ
      2️⃣sbv,ministry,Bộ, NHNN,Bộ
      mid,ministry,Bộ,Bộ
      sbw,ministry,Bộ,Bộ
      ha-noi,province,Hà Nội,Hà Nội

      """,
      "indicators.csv": "id,pillar,title_vi,comparator,target,aggregation,scope,source\n",
      "tasks.csv": "id,lead,coordinating,title_vi,source\nT01,3️⃣mic,4️⃣sbv mi,Tên,s1\nT02,vn,,Tên,s1\n",
      "actions.csv": "id,month,title_vi,source\n",
      "updates.csv": "at,author,subject,field,value\n2023-06-30T17:00:00Z,lan,5️⃣task/T01,status,done\n",
    ]).expect(
      .error("1️⃣", "«short_vi» is empty; it must have a value"),
      .error("2️⃣", "cells in this row: 5, in the header: 4; a cell with a comma in it must stand in quotes"),
      .error(
        "3️⃣", "no id «mic» in agencies.csv; its row (agencies.csv:3) was left out for an error",
        vietnamese: "không có mã «mic» trong agencies.csv; dòng có mã này (agencies.csv:3) bị bỏ vì có lỗi"),
      .warning("4️⃣", "no id «sbv» in agencies.csv; its row (agencies.csv:4) was left out for an error"),
      .warning("4️⃣", "no id «mi» in agencies.csv; did you mean «mid»?"),
      .error("5️⃣", "no id «T01» in tasks.csv; its row (tasks.csv:2) was left out for an error"))
    #expect(store.plan.tasks.map(\.id) == ["T02"])
  }

  /// People write what an agency is called rather than its id.
  @Test(arguments: [
    ("bca", "mps"), ("BCA", "mps"), ("bo-cong-an", "mps"), ("Bộ Công an", "mps"), ("btttt", "mic"), ("bttvtt", "mic"),
    ("bo-tt-tt", "mic"), ("nhnn", "sbv"), ("tphcm", "hcm"), ("thanh-pho-ho-chi-minh", "hcm"),
    ("ministry-of-public-security", "mps"),
  ])
  func agencyByItsName(text: String, id: String) throws {
    try MarkedStore([
      "agencies.csv": """
      id,kind,short_vi,name_vi,short_en,name_en
      vn,national,Cả nước,Cả nước,,
      bcb,ministry,Khác,Bộ khác,,
      mps,ministry,Bộ Công an,Bộ Công an,MPS,Ministry of Public Security
      mic,ministry,Bộ TT&TT,Bộ Thông tin và Truyền thông,MIC,
      sbv,ministry,NHNN,Ngân hàng Nhà nước,,
      hcm,province,TP. HCM,Thành phố Hồ Chí Minh,,
      ha-noi,province,Hà Nội,Hà Nội,,
      hai-noi,province,Hải Nội,Hải Nội,,

      """,
      "tasks.csv": "id,lead,title_vi,source\n",
      "actions.csv": "id,month,coordinating,title_vi,source\n",
      "reports/a.csv": "period,agency,indicator,value\n2023-06,1️⃣\(text),KT3,1\n2023-06,2️⃣hn,KT3,1\n",
    ]).expect(
      .error(
        "1️⃣", "no id «\(text)» in agencies.csv; did you mean «\(id)»?",
        vietnamese: "không có mã «\(text)» trong agencies.csv; có phải «\(id)»?"),
      // Two agencies may be meant.
      .error("2️⃣", "no id «hn» in agencies.csv; did you mean «vn»?"))
  }

  @Test(arguments: ["id,code\n", "id,code,\"name_vi\n", ""]) func referencesToATableThatWasNotRead(text: String) throws
  {
    let store = try MarkedStore([
      "pillars.csv": text, "actions.csv": "id,month,title_vi,source\n",
      "indicators.csv": """
      id,pillar,title_vi,comparator,target,aggregation,scope,source
      DL1,data,Tên,>=,100,mean,@all,s1

      """,
    ]).open()
    // Told once, of the table.
    #expect(store.findings.kept.allSatisfy { $0.file == "pillars.csv" } && store.findings.errorCount == 1)
    #expect(store.plan.indicators.isEmpty)
    let missing = try MarkedStore(without: ["pillars.csv"]).open()
    #expect(missing.findings.kept.map(\.file) == ["pillars.csv"])
    // Ids without which a row can be read are no reason to leave it out.
    let regions = try MarkedStore(["regions.csv": "id\n"]).open()
    #expect(regions.findings.kept.map(\.file) == ["regions.csv"])
    #expect(regions.plan.agencies.map(\.id) == ["vn", "mic", "sbv", "ha-noi", "da-nang"])
  }

  // MARK: Enumerations

  @Test func unknownWords() throws {
    try MarkedStore([
      "sources.csv": "id,title,confidence\ns1,T,1️⃣Public\ns2,T,2️⃣?\ns1,T,public\ns2,T,public\n",
      "agencies.csv": "id,kind,short_vi,name_vi\nx,3️⃣provinces,X,X\n",
      "indicators.csv": """
      id,pillar,title_vi,comparator,target,aggregation,scope,source,confidence
      DL1,data,Tên,4️⃣=>,100,5️⃣agency share,@all,s1,6️⃣simulate

      """,
      "tasks.csv": "id,lead,title_vi,status,source\nT1,@all,Tên,7️⃣Done,s1\n",
      "actions.csv": "id,month,title_vi,status,source\nA1,2023-01,Tên,8️⃣doing,s1\n",
    ]).expect(
      .error(
        "1️⃣", "«Public» is not known; did you mean «public»? One of: decision, public, pending, simulated",
        vietnamese: "không có giá trị «Public»; có phải «public»? Chọn một trong: decision, public, pending, simulated"
      ),
      .error("2️⃣", "«?» is not known; one of: decision, public, pending, simulated"),
      .error(
        "3️⃣",
        "«provinces» is not known; did you mean «province»? One of: national, ministry, ministerial-agency, "
          + "government-agency, province"),
      .error("4️⃣", "«=>» is not known; did you mean «>=»? One of: >=, >, <=, <"),
      .error(
        "5️⃣",
        "«agency share» is not known; did you mean «agency-share»? One of: national, agency-share, ratio, mean"),
      .error("6️⃣", "«simulate» is not known; did you mean «simulated»? One of: decision, public, pending, simulated"),
      .error(
        "7️⃣", "«Done» is not known; did you mean «done»? One of: not-started, in-progress, done, blocked, cancelled"),
      .error("8️⃣", "«doing» is not known; one of: not-started, in-progress, done, blocked, cancelled"))
  }

  // MARK: Numbers

  @Test(arguments: [
    ("16,5", "«16,5» has a decimal comma; write 16.5"),
    ("-0,25", "«-0,25» has a decimal comma; write -0.25"),
    ("1,000", "«1,000» has a decimal comma; write 1.000"),
    ("1,000,000", "«1,000,000» is not a number; write it as 16.5"),
    ("1,000.5", "«1,000.5» is not a number; write it as 16.5"),
    ("1.000.000", "«1.000.000» is not a number; write it as 16.5"),
    ("1 000", "«1 000» is not a number; write it as 16.5"),
    ("1e3", "«1e3» is not a number; write it as 16.5"),
    ("0x10", "«0x10» is not a number; write it as 16.5"),
    ("+5", "«+5» is not a number; write it as 16.5"),
    ("--5", "«--5» is not a number; write it as 16.5"),
    ("-", "«-» is not a number; write it as 16.5"),
    (".5", "«.5» is not a number; write it as 16.5"),
    ("5.", "«5.» is not a number; write it as 16.5"),
    ("50%", "«50%» is not a number; write it as 16.5"),
    ("nan", "«nan» is not a number; write it as 16.5"),
    ("inf", "«inf» is not a number; write it as 16.5"),
    ("٣", "«٣» is not a number; write it as 16.5"),
  ])
  func badNumbers(text: String, message: String) throws {
    let header = "id,pillar,title_vi,comparator,target,aggregation,scope,source\n"
    try MarkedStore([
      "indicators.csv": "\(header)DL1,data,Tên,>=,1️⃣\"\(text)\",mean,@all,s1\n"
    ]).expect(.error("1️⃣", message))
    try MarkedStore(["reports/a.csv": "period,agency,indicator,numerator\n2023-01,mic,KT3,1️⃣\"\(text)\"\n"])
      .expect(.error("1️⃣", message))
  }

  @Test func hugeNumbers() throws {
    let digits = String(repeating: "9", count: 400)
    let store = try MarkedStore([
      "reports/a.csv":
        "period,agency,indicator,value\n2023-01,mic,KT3,1️⃣\(digits)\n2023-02,mic,KT3,\(digits.prefix(300))\n"
    ]).expect(.error("1️⃣", "the number «\(digits.prefix(48))…» is too large"))
    #expect(store.reports.count == 1)
  }

  @Test(arguments: [
    ("0", 0.0, 0), ("-0", 0, 0), ("7", 7, 0), ("007", 7, 0), ("16.5", 16.5, 1), ("-0.25", -0.25, 2), ("16.50", 16.5, 2),
    ("0.1", 0.1, 1), (" 3 ", 3, 0),
  ])
  func goodNumbers(text: String, value: Double, decimals: Int) throws {
    let store = try MarkedStore(["reports/a.csv": "period,agency,indicator,value\n2023-01,mic,KT3,\(text)\n"]).expect()
    let report = try #require(store.reports.history(indicator: 3, agency: 1).first)
    #expect(report.value == value)
    #expect(report.decimals == decimals)
  }

  // MARK: Days and months

  @Test(arguments: [
    ("30/06/2023", "2023-06-30"), ("3/6/2023", "2023-06-03"), ("2023-6-30", "year-month-day, as in 2023-06-30"),
    ("2023-02-29", "year-month-day, as in 2023-06-30"), ("2023-06", "year-month-day, as in 2023-06-30"),
    ("0000-01-01", "year-month-day, as in 2023-06-30"), ("2023-13-01", "year-month-day, as in 2023-06-30"),
    ("2023-06-30T00:00", "year-month-day, as in 2023-06-30"), ("hôm nay", "year-month-day, as in 2023-06-30"),
  ])
  func badDays(text: String, hint: String) throws {
    let message = "«\(text)» is not a day; write \(hint)"
    try MarkedStore(["tasks.csv": "id,lead,title_vi,start,due,source\nT1,mic,Tên,1️⃣\(text),2️⃣\(text),s1\n"])
      .expect(.error("1️⃣", message), .error("2️⃣", message))
    try MarkedStore(["reports/a.csv": "period,agency,indicator,value,received\n2023-01,mic,KT3,1,1️⃣\(text)\n"])
      .expect(.error("1️⃣", message))
    try MarkedStore(["actions.csv": "id,month,due,title_vi,source\nA1,2023-06,1️⃣\(text),Tên,s1\n"])
      .expect(.error("1️⃣", message))
  }

  @Test(arguments: ["2023-13", "2023-6", "06/2023", "2023-06-01", "2023", "tháng 6"])
  func badMonths(text: String) throws {
    try MarkedStore(["actions.csv": "id,month,title_vi,source\nA1,1️⃣\(text),Tên,s1\n"]).expect(
      .error(
        "1️⃣", "«\(text)» is not a month; write year-month, as in 2023-06",
        vietnamese: "«\(text)» không phải là tháng; viết năm-tháng, như 2023-06"))
  }

  @Test(arguments: ["2023-13", "2023-02-30", "06/2023", "30/06/2023", "2023-Q2", "2023"])
  func badPeriods(text: String) throws {
    try MarkedStore(["reports/a.csv": "period,agency,indicator,value\n1️⃣\(text),mic,KT3,1\n"]).expect(
      .error("1️⃣", "«\(text)» is not a period; write a month 2023-06 or a day 2023-06-30"))
  }

  @Test func periodsOutsideThePlanAreNothingToReport() throws {
    let store = try MarkedStore([
      "reports/a.csv": "period,agency,indicator,value\n2019-02,mic,KT3,1\n2020-02,mic,KT3,1\n2031-12-31,mic,KT3,1\n"
    ]).expect()
    let days = store.reports.history(indicator: 3, agency: 1).map { "\($0.end.iso) \($0.isMonth)" }
    #expect(days == ["2019-02-28 true", "2020-02-29 true", "2031-12-31 false"])
  }

  @Test func everythingWrongWithARowIsSaidAtOnce() throws {
    try MarkedStore([
      "tasks.csv": "id,pillar,lead,title_vi,start,due,status,source,confidence\n"
        + "1️⃣tác,2️⃣x,3️⃣y,4️⃣,5️⃣z,6️⃣z,7️⃣z,8️⃣z,9️⃣z\n"
    ]).expect(
      .error("1️⃣", "id «tác» is not valid; use ASCII letters, digits, «-», «_», «.» only"),
      .error("2️⃣", "no id «x» in pillars.csv"),
      .error("3️⃣", "no id «y» in agencies.csv"),
      .error("4️⃣", "«title_vi» is empty; it must have a value"),
      .error("5️⃣", "«z» is not a day; write year-month-day, as in 2023-06-30"),
      .error("6️⃣", "«z» is not a day; write year-month-day, as in 2023-06-30"),
      .error("7️⃣", "«z» is not known; one of: not-started, in-progress, done, blocked, cancelled"),
      .warning("8️⃣", "no id «z» in sources.csv"),
      .error("9️⃣", "«z» is not known; one of: decision, public, pending, simulated"))
  }
}
