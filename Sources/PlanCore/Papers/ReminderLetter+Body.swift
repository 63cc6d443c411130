internal import TextCore

extension ReminderLetter {
  var opening: String {
    let under =
      source.decision.isEmpty
      ? word("Thực hiện ", "Under the ") + source[settings.title]
      : word("Thực hiện ", "Under ") + source.decision + word(" về ", ", the ") + source[settings.title]
    let day = source.formal(source.asOf)
    return under
      + word(
        "; qua theo dõi, tổng hợp đến ngày \(day), Ủy ban Quốc gia về chuyển đổi số trân trọng đề nghị \(you) xem xét, thực "
          + "hiện các nội dung sau:",
        ", and as far as is known on \(day), the National Committee on Digital Transformation kindly asks \(you) for the "
          + "following.")
  }

  var lateText: String {
    word(
      "Việc đã quá hạn (\(late.count)): đề nghị khẩn trương hoàn thành, nêu rõ nguyên nhân chậm và thời hạn hoàn thành.",
      "Overdue (\(late.count)): please complete without delay, and say what has held it up and when it will be done.")
  }

  var unheardText: String {
    word(
      "Việc đã đến hạn, chưa có thông tin (\(unheard.count)): đề nghị thông báo kết quả thực hiện; việc đã hoàn thành, đề nghị "
        + "ghi rõ số, ngày ban hành văn bản.",
      "Past its day, and nothing has been heard (\(unheard.count)): please let us know the result; where it is done, the "
        + "number and day of the document.")
  }

  var soonText: String {
    let days = settings.thresholds.dueSoonDays
    return word(
      "Việc đến hạn trong \(days) ngày tới (\(soon.count)): đề nghị chủ động hoàn thành đúng hạn.",
      "Due within \(days) days (\(soon.count)): please see to it that it is done in time.")
  }

  var entriesText: String {
    word(
      "Hoạt động trong lịch mà \(you) là đầu mối (\(entries.count)): đề nghị thông báo tiến độ, kết quả.",
      "Entries of the calendar with \(you) as the contact (\(entries.count)): please tell us how they stand.")
  }

  var reportText: String {
    let period = source.asOf == source.asOf.monthEnd ? source.asOf : source.asOf.previousMonthEnd
    let all = source.assessment.reportingShare(of: agency).indicators
    let known = all - silent.count
    return word(
      "Số liệu chỉ tiêu: đã báo cáo \(known)/\(all) chỉ tiêu; đề nghị báo cáo số liệu đến hết \(month(period)) của "
        + "\(silent.count) chỉ tiêu tại Phụ lục kèm theo.",
      "Indicators: \(known) of \(all) reported; please report figures to the end of \(month(period)) for the "
        + "\(source.count(silent.count, "", "indicator")) of the annex.")
  }

  func month(_ day: Day) -> String {
    word("tháng \(day.month < 3 ? "0" : "")\(day.month) năm \(day.year)", day.monthAndYear)
  }

  /// As many days as the plan gives for a report, and no weekend.
  var closing: String {
    let day = source.formal(source.asOf.advanced(by: max(1, settings.thresholds.reportDueDays)).workingDay)
    return word(
      "Đề nghị \(you) gửi kết quả trước ngày \(day) để Ủy ban Quốc gia về chuyển đổi số tổng hợp. Trân trọng./.",
      "Please send the results to the National Committee before \(day). With kind regards.")
  }

  // MARK: Tables

  var lateTable: DataTable {
    var table = table(late)
    table.columns.append(word("Quá hạn (ngày)", "Days late"))
    for (row, owed) in late.enumerated() {
      table.rows[row].append(owed.due.map { .number("\(source.asOf - $0)") } ?? .none)
    }
    return table
  }

  func table(_ work: [Owed]) -> DataTable {
    DataTable(
      columns: [
        word("TT", "No."), word("Nội dung", "What"), word("Văn bản giao", "Document"), word("Hạn", "Due"),
      ],
      rows: zip(1..., work).map { number, owed in
        [
          .text("\(number)"), .text(owed.title), .text(owed.document.isEmpty ? Self.blank : owed.document),
          owed.due.map { .day($0) } ?? .none,
        ]
      })
  }

  var annexTitle: String {
    word("Phụ lục: chỉ tiêu đề nghị báo cáo số liệu", "Annex: indicators to report on") + " (\(silent.count))"
  }

  var annex: DataTable {
    DataTable(
      columns: [word("TT", "No."), word("Mã", "Id"), word("Chỉ tiêu", "Indicator"), word("Mục tiêu", "Target")],
      rows: zip(1..., silent).map { number, index in
        let indicator = source.plan.indicators[index]
        return [
          .text("\(number)"), .text(indicator.id), .text(source[indicator.title]),
          .text(indicator.targetText(source.language)),
        ]
      })
  }
}
