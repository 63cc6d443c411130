/// Elements in runs, of which some are made only when they are looked at: a page may have ten thousand rows, and two
/// dozen of them are in view.
struct LazyRuns<Element>: RandomAccessCollection, ExpressibleByArrayLiteral {
  private struct Run {
    var start: Int
    var count: Int
    /// Gives the n-th of the run.
    var make: (Int) -> Element
  }

  private var runs: [Run] = []
  private(set) var endIndex = 0

  init(arrayLiteral elements: Element...) { append(contentsOf: elements) }

  var startIndex: Int { 0 }

  subscript(position: Int) -> Element {
    var (low, high) = (0, runs.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].start <= position { low = middle } else { high = middle }
    }
    precondition(position >= 0 && position < endIndex, "index out of range")
    return runs[low].make(position - runs[low].start)
  }

  mutating func append(_ element: Element) { append(count: 1) { _ in element } }

  mutating func append(contentsOf elements: [Element]) { append(count: elements.count) { elements[$0] } }

  /// Adds so many elements, which `make` gives by their number.
  mutating func append(count: Int, _ make: @escaping (Int) -> Element) {
    guard count > 0 else { return }
    runs.append(Run(start: endIndex, count: count, make: make))
    endIndex += count
  }

  static func += (runs: inout LazyRuns, elements: [Element]) { runs.append(contentsOf: elements) }
}
