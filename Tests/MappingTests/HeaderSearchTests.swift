import Tables
import Testing

@testable import Mapping

/// The row that names the columns, wherever it stands.
@Suite struct HeaderSearchTests {
  private func search(_ text: String) throws -> HeaderSearch {
    HeaderSearch(try DelimitedText(text, path: "t.csv").rows)
  }

  private static let data = "1,2024-03-01,f,No water\n2,2024-03-02,m,No lamp\n3,2024-03-03,f,Late\n"

  @Test(arguments: [
    ("No,Date,Sex,Text\n" + data, 1),
    ("Archive: complaints of the north\nSaved by the office\nNo,Date,Sex,Text\n" + data, 3),
    ("Complaints 2024,,,\n,,,\n\nNo,Date,Sex,Text\n" + data, 4),
    ("Complaints,,Updated: 5 March,\nNo,Date,Sex,Text\n" + data, 2),
    ("\n\n\nNo,Date,Sex,Text\n" + data, 4),
    ("Сводка обращений;;;\n№;Дата;Пол;Текст\n1;01.03.2024;ж;Нет воды\n2;02.03.2024;м;Темно\n", 2),
    ("a,b\n1,2\n", 1), ("Date\n2024-03-01\n", 1), ("a\n", 1), ("No,Date,Sex,Text\n", 1),
    ("Title,,,\nNo,Date,Sex,Text\n", 2),
    ("Junk,Junk,Junk,Junk\nNo,Date,,Text\n#meta+id,#date,#meta+sex,#text\n" + data, 2),
    ("No,When,Who,\n,,Sex,Text\n#meta+id,#date,#meta+sex,#text\n" + data, 1),
  ])
  func `it is found`(text: String, row: Int) throws {
    #expect(try search(text).headerRow == row)
  }

  @Test(arguments: [data, "2024-03-01,34\n2024-03-02,35\n", "Register,,,\n" + data])
  func `a table without names has none`(text: String) throws {
    #expect(try search(text).headerRow == nil)
  }

  @Test(
    arguments: [
      ("No,Date,Sex,Text\n" + data, nil),
      ("No,Date,Sex,Text\n#meta+id,#date,#meta+sex,#text\n" + data, 3),
      ("No,Date,Person,\n,,Sex,Text\n" + data, 3),
      ("No,When,Who,What\nnumber,date,sex,text\n" + data, 3),
      // A first row without its date is no name of a column.
      ("No,Date,Sex,Text\n7,not known,f,No water\n" + data, nil),
      ("Date,Text\nn/a,No water\n2024-03-01,No lamp\n2024-03-02,Late\n2024-03-03,Late\n", nil),
    ] as [(String, Int?)])
  func `further rows of names and tags are told from data`(text: String, row: Int?) throws {
    let search = try search(text)
    #expect(search.firstRow(below: 1) == row)
  }
}
