internal import TextCore

extension SessionBriefing {
  /// What moved: the worse first, then the better; pillars before indicators before work before reporting.
  var moved: [Paper.Block] {
    let words = ChangeWords(source: source, earlier: earlier, later: assessment)
    func order(_ change: Change) -> Int {
      let directions: [Change.Direction] = [.worse, .better, .neither]
      return (directions.firstIndex(of: change.direction) ?? 0) * 8 + words.kind(change).order
    }
    let all = changes.enumerated()
      .sorted { (order($0.element), $0.offset) < (order($1.element), $1.offset) }.map(\.element)
    if all.isEmpty { return [.text(word("Không có gì thay đổi.", "Nothing moved."))] }
    let table = DataTable(
      columns: [word("Chiều", "Way"), word("Nội dung", "What"), word("Từ", "From"), word("Đến", "To")],
      rows: all.prefix(room.changes).map { change in
        let code = source.plan.code(of: change)
        return [
          .text(source[change.direction.name]),
          .text(source.cut((code.isEmpty ? "" : code + " ") + words.title(change, most: 2), to: 90)),
          .text(words.before(change)), .text(words.after(change)),
        ]
      })
    let left = Array(all.dropFirst(room.changes))
    if left.isEmpty { return [.table(table)] }
    let command = "thuky report changes --from \(since.iso) --to \(source.asOf.iso)"
    let counts = source.text(of: left)
    return [
      .table(table),
      .text(
        word("Và \(left.count) thay đổi khác (\(counts)): \(command)", "And \(left.count) more (\(counts)): \(command)")
      ),
    ]
  }
}
