import Testing

@testable import SiteTemplate
import Text

/// How colours are measured, and which shade is proposed for one that cannot be seen.
@Suite struct ColourTests {
  @Test func `contrast is that of WCAG`() throws {
    let black = Colour(red: 0, green: 0, blue: 0)
    let white = Colour(red: 255, green: 255, blue: 255)
    let grey = try #require(Colour("#767676"))
    #expect(abs(black.contrast(to: white) - 21) < 0.001)
    #expect(abs(grey.contrast(to: white) - 4.54) < 0.01)
    #expect(Colour("#12345") == nil && Colour("#12345g") == nil && Colour("+12345") == nil)
  }

  @Test func `a colour may be written with three digits`() throws {
    #expect(Colour("#0a5") == Colour("#00aa55"))
    #expect(Colour("#0a") == nil && Colour("0a55") == nil && Colour("#0g5") == nil)
  }

  @Test(arguments: [
    ("#ff0000", 0.0, 1.0, 0.5), ("#00ff80", 150, 1, 0.5), ("#4d9699", 182, 0.33, 0.45),
    ("#808080", 0, 0, 0.5), ("#f0a8bf", 341, 0.71, 0.8),
  ])
  func `hue, saturation and lightness are those of CSS`(
    text: String, hue: Double, saturation: Double, lightness: Double
  ) throws {
    let colour = try #require(Colour(text))
    #expect(abs(colour.hue - hue) < 0.6)
    #expect(abs(colour.saturation - saturation) < 0.01)
    #expect(abs(colour.lightness - lightness) < 0.01)
  }

  @Test(arguments: [3, 4.5])
  func `a proposed shade reaches the contrast and keeps the hue`(contrast: Double) throws {
    let seed: UInt64 = 11
    var generator = SeededGenerator(seed: seed)
    func part() -> Int { Int.random(in: 0...255, using: &generator) }
    for _ in 0..<500 {
      let colour = Colour(red: part(), green: part(), blue: part())
      for paper in ["#ffffff", "#12181c"] {
        let paper = try #require(Colour(paper))
        let shade = colour.adjusted(toContrast: contrast, on: paper)
        #expect(shade.contrast(to: paper) >= contrast, "seed \(seed): \(colour.hex)")
        if colour.contrast(to: paper) >= contrast {
          #expect(shade.hex == colour.hex, "seed \(seed)")
        }
        guard colour.saturation > 0.1 else { continue }
        let turn = abs(shade.hue - colour.hue)
        #expect(min(turn, 360 - turn) < 5, "seed \(seed): \(colour.hex) \(shade.hex)")
        #expect(abs(shade.saturation - colour.saturation) < 0.1, "seed \(seed): \(colour.hex)")
      }
    }
  }

  @Test func `a pale pink becomes a strong one`() throws {
    let pink = try #require(Colour("#f0a8bf"))
    let white = Colour(red: 255, green: 255, blue: 255)
    let shade = pink.adjusted(toContrast: 4.5, on: white)
    #expect(shade.red > 2 * shade.green && shade.blue > shade.green, "\(shade.hex)")
  }

  @Test func `white and black stay without colour`() throws {
    let (white, black) = (try #require(Colour("#fefdfd")), try #require(Colour("#010000")))
    let grey = white.adjusted(toContrast: 4.5, on: white)
    #expect(grey.red == grey.green && grey.green == grey.blue)
    #expect(black.adjusted(toContrast: 4.5, on: black).saturation == 0)
  }
}
