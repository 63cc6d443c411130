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

  /// Sees changes to a folder; whatever else a store is does not change. It is made before the store is read.
  ///
  /// - Throws: `LocatedStoreError` where there is no such folder.
  func watcher(of location: StoreLocation) throws(LocatedStoreError) -> FolderWatcher? {
    guard case .folder(let path) = location else { return nil }
    do {
      return try FolderWatcher(root: path)
    } catch {
      throw LocatedStoreError(error: error, location: path)
    }
  }

  /// The dates of a store's plan.
  ///
  /// - Throws: `LocatedStoreError` where there is no plan in it.
  func settings(of location: StoreLocation) throws(LocatedStoreError) -> PlanSettings {
    do {
      return try Store.settings(at: location)
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
