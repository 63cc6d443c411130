internal import TextCore

/// Who says something: the system's user, as the journal calls him.
public enum Author {
  private static let longest = 64

  /// The login name that `/etc/passwd` gives a user; `uid-1234` where it gives none, or one that is no plain word.
  ///
  /// - Parameters:
  ///   - user: the number of the real user.
  ///   - passwd: what the file says. The C library would ask the network too, and cannot in a static program.
  public static func name(ofUser user: UInt32, in passwd: [UInt8]) -> String {
    let unnamed = "uid-\(user)"
    for line in passwd.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: ":"), maxSplits: 3, omittingEmptySubsequences: false)
      guard fields.count == 4, let number = ByteText.string(fields[2]), UInt32(number) == user else { continue }
      guard let name = ByteText.string(fields[0]), isPlain(name) else { return unnamed }
      return name
    }
    return unnamed
  }

  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= longest
      && name.utf8.allSatisfy { IDIndex.isIDByte($0) || $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "@") }
  }
}
