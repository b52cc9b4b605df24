/// A line that is being typed, with the place of the cursor; counts letters as people see them.
package struct EditedLine: Equatable {
  /// What stands in it.
  package private(set) var text = ""
  /// How many letters stand before the cursor.
  package private(set) var cursor = 0

  /// An empty line.
  package init() {}

  private var place: String.Index { text.index(text.startIndex, offsetBy: cursor) }

  /// Puts a character in; a mark joins the letter before it.
  package mutating func insert(_ scalar: Unicode.Scalar) {
    let before = String(text[..<place]) + String(Character(scalar))
    text = before + text[place...]
    cursor = min(before.count, text.count)
  }

  /// Moves the cursor before the letter in front of it.
  package mutating func moveLeft() { cursor = max(0, cursor - 1) }
  /// Moves the cursor behind the next letter.
  package mutating func moveRight() { cursor = min(text.count, cursor + 1) }
  /// Moves the cursor to the start.
  package mutating func moveToStart() { cursor = 0 }
  /// Moves the cursor to the end.
  package mutating func moveToEnd() { cursor = text.count }

  /// Removes the letter before the cursor, with its marks.
  package mutating func removeBefore() {
    guard cursor > 0 else { return }
    moveLeft()
    removeAfter()
  }

  /// Removes the letter after the cursor.
  package mutating func removeAfter() {
    guard place < text.endIndex else { return }
    text.remove(at: place)
    cursor = min(cursor, text.count)
  }

  /// Removes everything before the cursor.
  package mutating func removeToStart() {
    text = String(text[place...])
    cursor = 0
  }

  /// Removes everything after the cursor.
  package mutating func removeToEnd() { text = String(text[..<place]) }

  /// Removes the word before the cursor.
  package mutating func removeWord() {
    while cursor > 0, text[text.index(before: place)] == " " { removeBefore() }
    while cursor > 0, text[text.index(before: place)] != " " { removeBefore() }
  }

  /// The part that fits in so many columns with the cursor in it, and the columns before the cursor.
  package func window(columns: Int) -> (text: String, cursor: Int) {
    var start = text.startIndex
    while DisplayWidth.of(String(text[start..<place])) >= columns, start < place {
      start = text.index(after: start)
    }
    var end = place
    while end < text.endIndex,
      DisplayWidth.of(String(text[start...end])) < columns
    {
      end = text.index(after: end)
    }
    return (String(text[start..<end]), DisplayWidth.of(String(text[start..<place])))
  }
}
