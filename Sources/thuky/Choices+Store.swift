import PlanCore
import TerminalKit
import TextCore

extension Choices {
  /// Reads the store that is meant.
  ///
  /// - Throws: `LocatedStoreError`, which knows the folder that was named.
  func openStore(at location: StoreLocation, progress: LoadingProgress? = nil) throws(LocatedStoreError) -> Store {
    do {
      return try Store.open(at: location, progress: progress)
    } catch {
      throw LocatedStoreError(error: error, location: location.path)
    }
  }

  /// Looks at a store that is to be read in the background: there is a plan in it, and changes to a folder are seen.
  func openInBackground(_ location: StoreLocation) throws(LocatedStoreError) -> (PlanSettings, FolderWatcher?) {
    do {
      let settings = try Store.settings(at: location)
      guard case .folder(let path) = location else { return (settings, nil) }
      return (settings, try FolderWatcher(root: path))
    } catch {
      throw LocatedStoreError(error: error, location: location.path)
    }
  }

  /// Today, but not after the plan's end, where no day was chosen.
  func asOfDay(in plan: Plan) -> Day {
    let today = Clock.today
    return asOf?.day(plan.settings, today: today) ?? min(today, plan.settings.end)
  }
}

extension StoreLocation {
  /// The folder as it was named; empty for what is inside the program.
  var path: String {
    if case .folder(let path) = self { return path }
    return ""
  }

  /// How the title bar calls it.
  var name: Localized {
    switch self {
    case .bundled: Localized("bản đi kèm", "bundled plan")
    case .simulated: Localized("bản minh họa", "demo")
    case .folder(let path): Localized(both: path)
    }
  }
}
