import Glibc

/// A folder that is removed, with the files in it, when its owner is.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/sealing-XXXXXX".utf8CString)
    guard let made = unsafe mkdtemp(&template) else { throw SystemFailure("mkdtemp") }
    path = unsafe String(cString: made)
  }

  deinit {
    for name in fileNames(path) { _ = unsafe unlink("\(path)/\(name)") }
    _ = unsafe rmdir(path)
  }
}

struct SystemFailure: Error {
  let call: String
  let code: Int32

  init(_ call: String) {
    self.call = call
    code = errno
  }
}

func fileNames(_ path: String) -> [String] {
  guard let folder = unsafe opendir(path) else { return [] }
  defer { unsafe closedir(folder) }
  var names: [String] = []
  while let entry = unsafe readdir(folder) {
    let name = unsafe withUnsafePointer(to: &entry.pointee.d_name.0) {
      unsafe String(cString: $0)
    }
    if !name.hasPrefix(".") { names.append(name) }
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

func writeFile(_ path: String, _ bytes: [UInt8]) throws {
  guard let file = unsafe fopen(path, "w") else { throw SystemFailure("fopen \(path)") }
  defer { unsafe fclose(file) }
  guard unsafe fwrite(bytes, 1, bytes.count, file) == bytes.count else {
    throw SystemFailure("fwrite \(path)")
  }
}
