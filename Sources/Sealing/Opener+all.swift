extension Opener {
  /// Opens many files on all cores; the results are in the order of the files.
  package func openAll(_ files: [[UInt8]]) async -> [Result<[UInt8], SealingError>] {
    let batches = stride(from: 0, to: files.count, by: 256).map { start in
      files[start..<min(start + 256, files.count)]
    }
    return await withTaskGroup { group in
      for (index, batch) in batches.enumerated() {
        group.addTask { (index, self.open(batch)) }
      }
      var opened = Array(repeating: [Result<[UInt8], SealingError>](), count: batches.count)
      for await (index, results) in group { opened[index] = results }
      return opened.flatMap(\.self)
    }
  }

  /// Each batch remembers for itself which stanza succeeded.
  private func open(_ files: ArraySlice<[UInt8]>) -> [Result<[UInt8], SealingError>] {
    var opener = self
    return files.map { file in
      Result { () throws(SealingError) in try opener.open(file) }
    }
  }
}
