/// Stands in for the program's own, for ``Settings``, which is read here from text alone.
enum Live {
  /// Nothing is set.
  static func environment(_ name: String) -> String? { nil }
}
