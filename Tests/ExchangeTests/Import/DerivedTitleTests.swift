import CaseVault
import CaseFormat
import CaseModel
import Register
import Testing

/// A title stands in every list; what reaches a person must not get there from a text.
@Suite struct DerivedTitleTests {
  private func title(of text: String) throws -> String? {
    let scene = try ImportScene()
    try scene.run("No,Date,Closed,Kind,Text,Phone\n1,03/02/2024,,Thanks,\"\(text)\",\n")
    return try scene.document(external: "t-1")?.standing.ordinary?.title
  }

  @Test(arguments: [
    "Call me at 0933 123 456, the tap is dry.", "Write to huda@example.org about it.",
    "Pay to DE89 3704 0044 0532 0130 00 please.", "My card is 12345678901, no parcel came.",
    "اتصلوا بي ٠٩٣٣١٢٣٤٥٦ لأن السلة لم تصل", "# 0933 123 456",
    // The number begins where the title is cut.
    "We have been waiting for the water truck since Monday, call 00963 933 123 456 now.",
    "We have been waiting for the water truck since Monday; my number: 09331 23456 789.",
  ])
  func `personal data gives way to the label of the category`(text: String) throws {
    #expect(try title(of: text) == "Thanks")
  }

  @Test func `a number further down does not cost the title`() throws {
    let text = "The tap is dry.\nCall me at 0933 123 456."
    #expect(try title(of: text) == "The tap is dry.")
    let long = "We have been waiting for the water truck since Monday and nobody of all of you came"
    #expect(
      try title(of: long + " or called 0933 123 456.")
        == "We have been waiting for the water truck since Monday and nobody of all…")
  }
}
