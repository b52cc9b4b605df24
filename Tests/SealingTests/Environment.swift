import Glibc

/// What the environment allows and asks for.
enum Environment {
  /// Tests of minutes run when `DAFTAR_LONG=1`.
  static let isLong = value("DAFTAR_LONG") == "1"
  /// The folder of the public test vectors of the age format.
  static let vectors = value("DAFTAR_AGE_VECTORS")
  static let hasAge = isProgram("/usr/bin/age") && isProgram("/usr/bin/age-keygen")
  static let hasPython = isProgram("/usr/bin/python3")

  private static func value(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  private static func isProgram(_ path: String) -> Bool { unsafe access(path, X_OK) == 0 }
}
