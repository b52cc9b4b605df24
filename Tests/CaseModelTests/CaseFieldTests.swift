import CaseModel
import TestSupport
import Testing

/// What is known of a field by its name.
@Suite struct CaseFieldTests {
  @Test func `a field and a column are found again by their names, and no two share one`() {
    let fields = CaseField.allCases
    #expect(fields.map { CaseField($0.name) } == fields)
    #expect(Set(fields.map(\.name)).count == fields.count)
    let columns = Set(CaseColumn.inFrontMatter + CaseColumn.correctable)
    for column in columns { #expect(CaseColumn(column.name) == column) }
    #expect(Set(columns.map(\.name)).count == columns.count)
  }

  @Test(arguments: [
    (CaseField.rootCause, "root-cause"), (.duplicateOf, "duplicate-of"), (.case, "case"),
    (.sameIssue, "same-issue"), (.repeat, "repeat"), (.title, "title"),
  ])
  func `a name is spelt as in files`(field: CaseField, name: String) {
    #expect(field.name == name)
  }

  @Test func `what is no column has no name`() {
    for name in ["complainant", "actors", "Area", "rootCause", "", "area "] {
      #expect(CaseColumn(name) == nil, "\(name)")
    }
  }

  @Test func `a complaint's concerns are told by code, can be corrected, and are found by field`()
    throws
  {
    let full = try Registration.full()
    for field in Concern.fields {
      #expect(field.codes == .concern(field))
      #expect(CaseColumn.correctable.contains(.field(field)))
      var concern = Concern()
      concern[field] = "X"
      #expect(Concern.fields.filter { concern[$0] == "X" } == [field])
      #expect(full.concern[field] != nil)
    }
    var concern = Concern()
    concern[.title] = "X"
    #expect(concern == Concern() && concern[.title] == nil)
  }

  @Test func `every list of codes has a key and a noun of its own`() {
    let columns = CaseColumn.inFrontMatter + CaseColumn.correctable
    let lists = Set(columns.compactMap(\.codes) + [.groups, .partners])
    #expect(Set(lists.map(\.key)).count == lists.count)
    #expect(Set(lists.map(\.noun)).count == lists.count)
    #expect(CodeList.concern(.area).key == "areas" && CodeList.concern(.area).noun == "area")
    #expect(CodeList.rootCauses.key == "root-causes" && CodeList.rootCauses.noun == "root cause")
    #expect(CodeList.categories.noun == "category" && CodeList.outcomes.noun == "outcome")
  }

  @Test(arguments: ["karim", "unit:tabqa", "unit:", "m-07"])
  func `a subject is read back from its text`(text: String) {
    #expect(Subject(text).description == text)
    #expect((Subject(text).member == nil) == text.hasPrefix("unit:"))
  }
}
