internal import TextCore

/// A piece of work that an agency owes or has done: its share of a task, or an entry of the calendar.
struct Owed {
  /// Of the task or action.
  var id: String
  /// An entry of the calendar, which may be somebody else's decision that the agency only prepares.
  var isAction: Bool
  var title: String
  /// The number of the document that orders it; empty where none is known.
  var document: String
  var due: Day?
  var status: WorkStatus
  var state: WorkState
  var isDueSoon: Bool
}

extension PaperSource {
  /// All work of an agency: its assignments, then the actions that it leads, each in the plan's order.
  func work(of agency: Int) -> [Owed] {
    let tasks = plan.tasks.indices.compactMap { index -> Owed? in
      guard let own = assessment.tasks[index].assignments.first(where: { $0.agency == agency }) else { return nil }
      let task = plan.tasks[index]
      return Owed(
        id: task.id, isAction: false, title: self[task.title],
        document: document(task.title.vietnamese, task.confidence), due: task.due, status: own.status,
        state: own.state, isDueSoon: own.isDueSoon)
    }
    let actions = plan.actions.indices.compactMap { index -> Owed? in
      let action = plan.actions[index]
      guard let lead = action.lead, plan.members(of: lead).contains(agency) else { return nil }
      let own = assessment.actions[index]
      return Owed(
        id: action.id, isAction: true, title: self[action.title],
        document: document(action.title.vietnamese, action.confidence), due: action.due, status: own.status,
        state: own.state, isDueSoon: own.isDueSoon)
    }
    return tasks + actions
  }

  /// The number of the document that orders some work: the one that its title names, else the plan's own decision where
  /// the words are the decision's.
  private func document(_ title: String, _ confidence: Confidence?) -> String {
    DocumentNumber.first(in: title) ?? (confidence == .decision ? plan.settings.decision : "")
  }

  /// The earliest first; work without a day last.
  func byDue(_ work: [Owed]) -> [Owed] {
    work.enumerated().sorted { ($0.element.due ?? .last, $0.offset) < ($1.element.due ?? .last, $1.offset) }
      .map(\.element)
  }

  /// How long ago it was due, or how long it has left.
  func daysText(_ owed: Owed) -> String {
    guard let due = owed.due, owed.state.isOpen else { return "" }
    let days = due - asOf
    if days < 0, owed.state == .unreported {
      return word("đến hạn \(-days) ngày trước", "due \(-days) \(days == -1 ? "day" : "days") ago")
    }
    if days < 0 { return word("quá hạn \(-days) ngày", "\(-days) \(days == -1 ? "day" : "days") late") }
    if days == 0 { return word("hôm nay", "today") }
    return word("còn \(days) ngày", "\(days) \(days == 1 ? "day" : "days") left")
  }
}

/// *Số, ký hiệu văn bản*: what documents are called by.
enum DocumentNumber {
  /// The first in a text: `05/CT-TTg`, `3272/BTTTT-CĐSQG`, `13/2023/NĐ-CP`; digits, then letters of which the first is a
  /// capital, between strokes.
  static func first(in text: String) -> String? {
    let words = text.split { " ();,:«»\"".contains($0) }
    return words.first(where: isNumber).map(String.init)
  }

  private static func isNumber(_ word: Substring) -> Bool {
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, let symbol = parts.last, symbol.count >= 2 else { return false }
    guard parts.dropLast().allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
      return false
    }
    return symbol.first?.isUppercase == true && symbol.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
  }
}
