import NationalPlan2023
import PlanCore

/// The plan of 2023 inside the program.
enum BundledPlan {
  static var location: StoreLocation { .bundled(files) }

  /// The same with a year of reports and updates that are made up.
  static var simulatedYear: SimulatedYear { SimulatedYear(of: files) }

  static var files: [StoreLocation.File] {
    (0..<plan_file_count()).map { index in
      let file = plan_file_at(index)
      return StoreLocation.File(
        path: String(cString: file.path),
        bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
    }
  }
}
