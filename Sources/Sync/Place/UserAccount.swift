internal import Glibc

/// The account under which the program runs.
enum UserAccount {
  /// Its name; nil where the computer has none for it.
  static var name: String? {
    guard let entry = unsafe getpwuid(geteuid()), let name = unsafe entry.pointee.pw_name else {
      return nil
    }
    return unsafe String(cString: name)
  }
}
