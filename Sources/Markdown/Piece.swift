/// One step of a walk over a parsed text.
enum Piece: Equatable {
  struct List: Equatable {
    /// The number of the first item; nil for bullets.
    let start: Int?
    let isTight: Bool
  }

  enum Container: Equatable {
    case quote, item, paragraph, emphasis, strong, other
    case list(List)
    case heading(level: Int)
    case link(String)
    case image(String)
  }

  case open(Container)
  case close
  case text(String)
  case code(String)
  case codeBlock(String)
  case rule
  case softBreak
  case hardBreak
}
