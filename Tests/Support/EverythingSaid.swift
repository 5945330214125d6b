public import Casework

extension CaseFile {
  /// Everything that it says, by field, but which folding it is: to be compared.
  public var everythingSaid: [String: [String]] {
    var out: [String: [String]] = [:]
    for (label, value) in Mirror(reflecting: self).children where label != "edition" {
      let mirror = Mirror(reflecting: value)
      // Dictionaries print in any order.
      out[label ?? ""] =
        mirror.displayStyle == .dictionary
        ? mirror.children.map { "\($0.value)" }.sorted() : ["\(value)"]
    }
    return out
  }
}
