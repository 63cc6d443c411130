import Glibc
import PlanCore
import Testing
import TextCore

@Suite struct SystemErrorTests {
  @Test(arguments: [
    ENOENT, EACCES, ENOSPC, EDQUOT, EIO, EROFS, ENOTDIR, EISDIR, EEXIST, ETXTBSY, ENAMETOOLONG, EMFILE,
  ])
  func inBothLanguages(_ code: Int32) {
    let text = SystemError.text(code)
    #expect(text.english == String(cString: strerror(code)))
    #expect(text.vietnamese != text.english && text.vietnamese.utf8.count > text.vietnamese.count)
  }

  @Test func others() {
    #expect(SystemError.text(EDOM).vietnamese == SystemError.text(EDOM).english)
    #expect(!SystemError.text(12_345).vietnamese.isEmpty)
  }
}
