extension Colour {
  /// The nearest darker or lighter shade that reaches a contrast; black or white at the worst.
  ///
  /// Hue and saturation stay: mixed with black, a pale pink would come back as a brownish grey.
  func adjusted(toContrast wanted: Double, on background: Colour) -> Colour {
    guard contrast(to: background) < wanted else { return self }
    let goal = background.luminance > 0.18 ? 0.0 : 1.0
    let (hue, saturation, lightness) = (self.hue, self.saturation, self.lightness)
    for step in 0...100 {
      let shade = Colour(
        hue: hue, saturation: saturation,
        lightness: lightness + (goal - lightness) * Double(step) / 100)
      if shade.contrast(to: background) >= wanted { return shade }
    }
    return Colour(hue: 0, saturation: 0, lightness: goal)
  }

  // MARK: Hue, saturation and lightness (CSS Color 4, 7)

  /// The place on the colour wheel in degrees, 0 to 360; 0 for a grey.
  var hue: Double {
    let parts = [red, green, blue].map(Double.init)
    let chroma = self.chroma * 255
    guard chroma > 0 else { return 0 }
    let turn =
      switch max(red, green, blue) {
      case red: (parts[1] - parts[2]) / chroma
      case green: (parts[2] - parts[0]) / chroma + 2
      default: (parts[0] - parts[1]) / chroma + 4
      }
    return turn < 0 ? turn * 60 + 360 : turn * 60
  }

  /// How much colour there is for the lightness, 0 to 1.
  var saturation: Double {
    // Almost white or black, the formula makes a strong colour of the smallest difference.
    guard chroma > 0.02 else { return 0 }
    return chroma / (1 - abs(2 * lightness - 1))
  }

  var lightness: Double { Double(max(red, green, blue) + min(red, green, blue)) / 510 }

  private var chroma: Double { Double(max(red, green, blue) - min(red, green, blue)) / 255 }

  private init(hue: Double, saturation: Double, lightness: Double) {
    let reach = saturation * min(lightness, 1 - lightness)
    func part(_ offset: Double) -> Int {
      let place = (offset + hue / 30).truncatingRemainder(dividingBy: 12)
      let value = lightness - reach * max(-1, min(place - 3, 9 - place, 1))
      return Int((min(max(value, 0), 1) * 255).rounded())
    }
    self.init(red: part(0), green: part(8), blue: part(4))
  }
}
