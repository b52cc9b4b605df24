extension Unicode.Scalar {
  /// Whether the scalar shows nothing and takes no room: a control, a format character, or what
  /// Unicode lets a font leave out (`Default_Ignorable_Code_Point`), as the fillers of Hangul are.
  package var isUnseen: Bool {
    properties.isDefaultIgnorableCodePoint
      || [.control, .format].contains(properties.generalCategory)
  }

  /// Whether the scalar is a blank: a space of any width, a line's end, or the empty cell of Braille.
  package var isBlank: Bool {
    value == 0x2800
      || [.spaceSeparator, .lineSeparator, .paragraphSeparator].contains(properties.generalCategory)
  }
}

extension String {
  /// Whether there is anything to read: more than blanks and marks that nobody sees.
  package var hasWords: Bool { !unicodeScalars.allSatisfy { $0.isUnseen || $0.isBlank } }
}
