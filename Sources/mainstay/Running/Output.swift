import ArgumentParser
import Foundation
import Glibc
import ViewModels

/// What commands print: text for people, one JSON document for programs, errors on stderr.
enum Output {
  /// Set once something was kept: the caller must then learn of it, whatever becomes of the answer.
  nonisolated(unsafe) static var hasKept = false  // one command, one thread
  /// Why standard output could not be written; later lines are not tried.
  nonisolated(unsafe) private static var broken: Int32?  // the same

  /// Prints a line to standard output.
  static func line(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

  /// Prints a line to standard error; what it quotes from a file or an argument cannot act on the
  /// terminal.
  static func error(_ text: String) { write(DisplayText(text).prose + "\n", to: STDERR_FILENO) }

  /// Prints one JSON document.
  ///
  /// - Parameter document: Keys in camelCase; absent values are left out.
  /// - Throws: When it cannot be encoded.
  static func json(_ document: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    line(String(decoding: try encoder.encode(document), as: UTF8.self))
  }

  /// Says why a command stops.
  ///
  /// - Parameter error: What it threw.
  /// - Returns: The exit status.
  static func end(with error: any Error) -> Int32 {
    if let status = error as? ExitCode { return status.rawValue }
    let isOurs = error is CommandFailure || Messages.knows(error)
    guard isOurs || Mainstay.exitCode(for: error) == .failure else {
      // Help and version end well; a usage error is 2 here, not the library's 64.
      let isClean = Mainstay.exitCode(for: error) == .success
      let text = Mainstay.fullMessage(for: error)
      if !isClean {
        say(Failure(status: .usage, code: "usage", message: Mainstay.message(for: error)))
      }
      write(text + "\n", to: isClean ? STDOUT_FILENO : STDERR_FILENO)
      return isClean ? 0 : Failure.Status.usage.rawValue
    }
    let failure = Messages.failure(for: error)
    say(failure)
    self.error("mainstay: " + failure.message)
    return failure.status.rawValue
  }

  /// The failure as a JSON document, where one was asked for.
  private static func say(_ failure: Failure) {
    guard CommandLine.arguments.contains("--json") else { return }
    let document = ErrorDocument(
      error: .init(code: failure.code, message: failure.message, kept: false)
    )
    do { try json(document) } catch { self.error("The error could not be written as JSON.") }
  }

  private struct ErrorDocument: Encodable {
    struct Body: Encodable {
      var code: String
      var message: String
      var kept: Bool
    }
    var error: Body
  }

  /// The exit status when standard output could not be written, which is said on standard error.
  ///
  /// - Returns: Nil where all was printed, or the reader had read enough (`| head`).
  static func statusOfPrinting() -> Int32? {
    guard let broken else { return nil }
    let why = Messages.system(broken)
    if hasKept {
      error("mainstay: Saved, but the answer could not be printed (\(why)). Do not enter it again.")
      return Failure.Status.notSaid.rawValue
    }
    if broken == EPIPE { return nil }
    error("mainstay: The answer could not be printed (\(why)). The record was not changed.")
    return Failure.Status.couldNot.rawValue
  }

  private static func write(_ text: String, to descriptor: Int32) {
    if descriptor == STDOUT_FILENO, broken != nil { return }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      // A reader that went away (`| head`) ends the output, not the program's work.
      guard written > 0 || errno == EINTR else {
        if descriptor == STDOUT_FILENO { broken = written < 0 ? errno : EIO }
        return
      }
      if written > 0 { bytes = bytes.dropFirst(written) }
    }
  }
}
