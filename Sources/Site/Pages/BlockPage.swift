import Charts
import Disclosure
import Markdown
import SiteTemplate

/// The page of one block, or the page that says that none is closed yet.
struct BlockPage {
  let frame: PageFrame
  /// The block with its pictures; nil before the first one.
  let shown: (facts: BlockFacts, pictures: Pictures)?
  let notes: Notes
  let jsonLD: String
  /// The style sheet, when the page has to be one file with all tables open.
  var inlineStyle = ""

  private var language: SiteLanguage { frame.language }
  private var publication: Publication { frame.publication }

  var values: [String: TemplateValue] {
    var values = frame.values(
      heading: shown.map { language.period($0.facts.block.span) } ?? language.text("title"),
      inlineStyle: inlineStyle)
    values["has-block"] = .flag(shown != nil)
    values["waiting"] = .markup(shown == nil ? waiting.markup : Markup(trusted: ""))
    values["how-to-read"] = .markup(notes.howToRead)
    values["how-to-complain"] = .markup(notes.howToComplain)
    values["has-promises"] = .flag(!frame.brand.promises.isEmpty)
    values["promises"] = .list(
      frame.brand.promises.map { promise in
        let words = promise.phrase(in: language, limits: publication.context.limits)
        return .object(["promise": .markup(words.markup)])
      })
    let contacts = ContactLines(
      brand: frame.brand, language: language, languages: frame.languages.map(\.tag))
    values["has-contacts"] = .flag(!frame.brand.contacts.isEmpty)
    values["contacts"] = .list(contacts.all)
    values["phone"] = .list(contacts.phone)
    values["hours"] = .markup(contacts.hours)
    values["questions"] = .list(contacts.questions)
    values["you-said"] = .markup(notes.youSaid)
    values["newest-said"] = .markup(notes.newestSaid)
    values["notices"] = .markup(notes.notices)
    values["json-ld"] = .markup(script)
    values["periods"] = .list(periods)
    values["sensitive-years"] = frame.sensitiveYears(
      before: (shown?.facts.block.closedOn).map { "\($0)" } ?? "0000-01-01")
    if let (facts, pictures) = shown { add(facts, pictures, to: &values) }
    return values
  }

  private func add(
    _ facts: BlockFacts, _ pictures: Pictures, to values: inout [String: TemplateValue]
  ) {
    let block = facts.block
    let words = PictureWords(facts: facts, language: language)
    let first = FirstScreen(words: words)
    values["headline"] = .markup(first.headline.markup)
    values["has-verdicts"] = .flag(!first.verdicts.isEmpty)
    values["verdicts"] = .list(first.verdicts)
    values["next-figures"] = .markup(nextFigures.markup)
    values["not-shown"] = .markup(notShown(pictures).markup)
    values["has-hatch"] = .flag(pictures.figures.contains(where: \.hasHatch))
    values["lead"] = .markup(words.asOf.markup)
    values["first-period"] = .text(facts.isFirst ? language.text("first-period") : "")
    values["tiles"] = .list(pictures.tiles.map(\.value))
    values["figures"] = .list(
      pictures.figures.map { $0.value(isPrint: !inlineStyle.isEmpty) })
    values["period"] = .text(block.period)
    values["is-latest"] = .flag(block.period == publication.blocks.last?.period)
    values["latest"] = .text(
      publication.blocks.last.map { language.period($0.span) } ?? "")
    values["release"] = .markup(
      block.digest.isEmpty
        ? Markup(trusted: "")
        : language.phrase("release", ["code": .isolated(block.shortDigest)]).markup)
  }

  /// When the next figures can be expected; said on the newest page of the public alone.
  private var nextFigures: Phrase {
    guard shown?.facts.block.period == publication.blocks.last?.period,
      let day = publication.nextClosing
    else { return .none }
    return language.phrase("next-figures", ["date": .isolated(language.date("\(day)"))])
  }

  /// What this block cannot show, in one sentence.
  private func notShown(_ pictures: Pictures) -> Phrase {
    guard !pictures.absent.isEmpty else { return .none }
    let names = pictures.absent.map(language.inSentence)
    return language.phrase("not-shown", ["list": language.list(names)])
  }

  /// When the first numbers come: what can be said of it without knowing any case.
  private var waiting: Phrase {
    let plan = publication.plan
    return language.phrase(
      "waiting",
      [
        "block": Phrase(language.word("block", plan.blockLength.rawValue) ?? ""),
        "days": language.plural("days", plan.graceDays),
      ])
  }

  /// Links to all blocks, the newest first.
  private var periods: [TemplateValue] {
    publication.blocks.reversed().map { block in
      .object([
        "label": .text(language.period(block.span)),
        "href": .text("\(frame.home)\(block.period)/index.html"),
        "is-current": .flag(block.period == shown?.facts.block.period),
      ])
    }
  }

  /// Data for search engines; no text inside it can end the element.
  private var script: Markup {
    guard !jsonLD.isEmpty else { return Markup(trusted: "") }
    let safe = jsonLD.split(separator: "<", omittingEmptySubsequences: false)
      .joined(separator: "\\u003c")
    return Markup(trusted: "<script type=\"application/ld+json\">\(safe)</script>")
  }
}

/// The texts that people write by hand, as markup.
struct Notes {
  let howToRead: Markup
  let howToComplain: Markup
  /// Empty when nobody wrote any.
  let youSaid: Markup
  /// The newest line of it.
  let newestSaid: Markup
  /// What everybody should know now; empty when there is nothing.
  let notices: Markup
  let method: Markup
  let corrections: Markup
  /// How the figures of the team's own pages are made.
  let teamMethod: Markup
}

extension BlockNumbers {
  /// Enough of the digest to compare by eye.
  package var shortDigest: String { Self.short(digest) }

  /// The first sixteen digits: twelve have the form of a case's id now and then, and the last look at a
  /// site would refuse them.
  package static func short(_ digest: String) -> String { String(digest.prefix(16)) }
}
