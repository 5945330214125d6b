/// A filter as typed: `kind:visit,call`, `who:"Sara Bright"`, `#college`.
struct SearchToken {
  /// Which of the closed list.
  let form: SearchForm
  /// All of it, quotation marks included.
  private(set) var text: String
  /// What stands between the commas; none is empty.
  private(set) var values: [String]

  /// Reads the filter that begins at a place; nil when what stands there is words.
  ///
  /// - Parameters:
  ///   - line: All that was typed.
  ///   - start: Where it begins.
  ///   - end: Where white space or a quotation mark ends it; moved on over values in quotation marks.
  init?(_ line: String, _ start: String.Index, _ end: inout String.Index) {
    let run = line[start..<end]
    guard let (form, rest) = SearchForm.of(run) else { return nil }
    self.form = form
    values = rest.split(separator: ",").map(String.init)
    // `who:"Sara Bright"` and what follows its comma; a quotation after a whole value is words.
    var last = rest.last
    while form.takesQuotes, end < line.endIndex, SearchTerm.isQuote(line[end]),
      last == nil || last == ","
    {
      let quoted = SearchReader.quoted(line, end)
      if quoted.text.contains(where: { !$0.isWhitespace }) { values.append(String(quoted.text)) }
      end = quoted.end
      let next = end < line.endIndex && line[end] == "," ? SearchReader.runEnd(line, end) : end
      let more = line[end..<next]
      values += more.split(separator: ",").map(String.init)
      last = more.last ?? "\""
      end = next
    }
    values = values.map { form.sign.isEmpty ? $0 : Self.without(form.sign, $0) }
      .filter { !Fold.words($0).isEmpty || form.isOfDays }
    // No more than so many: a pasted page would keep the search busy.
    values = Array(values.prefix(SearchFilter.mostTerms))
    text = String(line[start..<end])
  }

  // `#a,#b` and `!a,!b` are as good as `#a,b`.
  private static func without(_ sign: String, _ value: String) -> String {
    String(value.drop { String($0) == String(sign.prefix(1)) })
  }

  /// The values as words; one that ends in `*` may go on.
  var terms: [SearchTerm] {
    values.compactMap { value in
      // `second_phone` and `second-phone` are one tag.
      var term = SearchTerm(form.sign.isEmpty ? value : value.spaced, isPhrase: false)
      term?.typed = value
      return term
    }
  }

  /// One value with the filter's name before it.
  func name(_ value: String) -> String {
    values.count == 1 ? text : form.name + value
  }
}
