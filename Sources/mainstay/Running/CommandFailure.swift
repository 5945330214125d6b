/// Why a command stops, when it is not the store that says so.
enum CommandFailure: Error, Equatable {
  /// The command was given something it cannot take.
  case usage(String)
  /// A note or another act was not kept; the record was not changed.
  case notKept(code: String, String)
  /// There is no child by this ref.
  case unknownRef(String)
  /// Something has to be asked and there is no terminal to ask on.
  case noTerminal
  /// A file could not be read.
  case file(String, String)
  /// It could not be done, for the reason given.
  case couldNot(String)
}
