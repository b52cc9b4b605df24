import Glibc

/// A folder that is removed, with everything in it, when its owner is.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/gitstore-XXXXXX".utf8CString)
    guard let made = unsafe mkdtemp(&template) else { throw SystemFailure("mkdtemp") }
    path = unsafe String(cString: made)
  }

  deinit { removeTree(path) }
}

struct SystemFailure: Error {
  let call: String
  let code: Int32

  init(_ call: String) {
    self.call = call
    code = errno
  }
}

func removeTree(_ path: String) {
  for name in list(path) {
    var status = stat()
    let child = "\(path)/\(name)"
    guard unsafe lstat(child, &status) == 0 else { continue }
    if status.st_mode & S_IFMT == S_IFDIR { removeTree(child) } else { removeFile(child) }
  }
  _ = unsafe rmdir(path)
}

func list(_ path: String) -> [String] {
  guard let folder = unsafe opendir(path) else { return [] }
  defer { unsafe closedir(folder) }
  var names: [String] = []
  while let entry = unsafe readdir(folder) {
    let name = unsafe withUnsafePointer(to: &entry.pointee.d_name.0) {
      unsafe String(cString: $0)
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted()
}

func readFile(_ path: String) throws -> [UInt8] {
  guard let file = unsafe fopen(path, "r") else { throw SystemFailure("fopen \(path)") }
  defer { unsafe fclose(file) }
  var content: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65_536)
  while case let count = unsafe fread(&chunk, 1, chunk.count, file), count > 0 {
    content += chunk[..<count]
  }
  return content
}

func readText(_ path: String) throws -> String {
  String(decoding: try readFile(path), as: UTF8.self)
}

func writeFile(_ path: String, _ text: String) throws {
  try writeBytes(path, Array(text.utf8))
}

func exists(_ path: String) -> Bool {
  var status = stat()
  return unsafe lstat(path, &status) == 0
}

func writeBytes(_ path: String, _ bytes: [UInt8]) throws {
  guard let file = unsafe fopen(path, "w") else { throw SystemFailure("fopen \(path)") }
  defer { unsafe fclose(file) }
  guard unsafe fwrite(bytes, 1, bytes.count, file) == bytes.count else {
    throw SystemFailure("fwrite \(path)")
  }
}

func removeFile(_ path: String) { _ = unsafe unlink(path) }

func makeFolder(_ path: String) { _ = unsafe mkdir(path, 0o777) }

func makeLink(_ target: String, _ path: String) { _ = unsafe symlink(target, path) }

func setMode(_ path: String, _ mode: mode_t) { _ = unsafe chmod(path, mode) }

/// Makes another user the owner; only root can.
func giveAway(_ path: String) { _ = unsafe chown(path, 12_345, 12_345) }
