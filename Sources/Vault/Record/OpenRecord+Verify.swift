internal import Casework
internal import Crypto
internal import Foundation

/// What a complete check of a record found.
public struct VerifyReport: Sendable, Equatable {
  /// One thing that does not hold.
  public struct Problem: Sendable, Equatable {
    /// A stable word in kebab-case, such as `damaged` or `older-copy`.
    public var code: String
    /// The frame, where it is one.
    public var seq: UInt64?
    /// The check that failed, in a few words; never a name or a note.
    public var message: String
  }

  /// True when there is no problem.
  public var ok: Bool { problems.isEmpty }
  /// Entries that could be read.
  public var entries: Int
  /// The last good frame.
  public var seq: UInt64
  /// Its hash, in hexadecimal.
  public var head: String
  /// The hash as six words, to compare over the telephone.
  public var words: [String]
  /// How many signatures were checked: all frames', the header's, the keys'.
  public var checkedSignatures: Int
  /// All that was found, not only the first.
  public var problems: [Problem]
}

extension OpenRecord {
  /// Reads everything from the disk again and checks every signature, whatever was seen before.
  ///
  /// - Returns: What was found; a problem is not thrown but reported.
  public func verify() -> VerifyReport {
    turn {
      // Another program may have renewed the keys; what does not fit shows in the checks below.
      _ = try? catchUp(underLock: false)
      var report = VerifyReport(
        entries: 0,
        seq: 0,
        head: codec.genesis.hex,
        words: [],
        checkedSignatures: 0,
        problems: []
      )
      func add(_ code: String, _ message: String, seq: UInt64? = nil) {
        report.problems.append(VerifyReport.Problem(code: code, seq: seq, message: message))
      }
      checkHeaders(&report)
      guard let bytes = try? disk.read(places.log) else {
        add("log", "the log could not be read")
        return report
      }
      let mark = readHighWater()?.mark
      let walk = LogWalk(
        bytes,
        after: LogPlace(seq: 0, head: codec.genesis, size: 0, lastOffset: 0),
        codec: codec,
        seenSeq: mark?.place.seq ?? 0,
        signedAfter: 0
      )
      report.seq = walk.place.seq
      report.head = walk.place.head.hex
      report.words = WordList.words(ofHash: walk.place.head)
      report.checkedSignatures += walk.frames.count
      switch walk.ending {
      case .clean: break
      case .torn: add("torn-tail", "an act that was never acknowledged was cut short")
      case .damaged(let seq, let reason): add("damaged", reason, seq: seq)
      }
      if let mark, !walk.ending.isDamage {
        if walk.place.seq < mark.place.seq {
          add("older-copy", "this computer has seen number \(mark.place.seq)", seq: walk.place.seq)
        } else if let frame = walk.frames.first(where: { $0.head.seq == mark.place.seq }),
          Sealing.sha256(bytes[frame.range]) != mark.place.head
        {
          add("fork", "this computer has seen another history", seq: mark.place.seq)
        }
      }
      checkContents(walk, bytes, &report)
      return report
    }
  }

  private func checkHeaders(_ report: inout VerifyReport) {
    for name in ["header", "header.bak"] {
      do {
        let found = try Header(try disk.read(places.folder + "/" + name))
        report.checkedSignatures += 1
        try found.check(roots)
      } catch {
        report.problems.append(
          VerifyReport.Problem(code: "header", seq: nil, message: name + " does not hold")
        )
      }
    }
  }

  /// Opens every frame, and holds the files beside the log against what it names.
  private func checkContents(_ walk: LogWalk, _ bytes: [UInt8], _ report: inout VerifyReport) {
    do {
      let survey = try surveyor.survey(
        walk,
        bytes,
        named: NamedFiles(),
        known: nil,
        depth: .texts,
        anyHeader: true
      )
      report.entries = survey.entries.count
      report.checkedSignatures += 1
      if case .damaged(let seq, let reason) = survey.walk.ending, !walk.ending.isDamage {
        report.problems.append(
          VerifyReport.Problem(code: "damaged", seq: seq, message: reason)
        )
      }
      if survey.walk.ending.isDamage { return }
      for (name, hash) in [
        ("header", survey.named.header?.hash), ("keys", survey.named.keys?.hash),
      ] {
        for file in [name, name + ".bak"] {
          let found = (try? disk.read(places.folder + "/" + file)).map { Sealing.sha256($0).hex }
          if found != hash {
            report.problems.append(
              VerifyReport.Problem(
                code: "changed-file",
                seq: nil,
                message: file + " is not the one the log names"
              )
            )
          }
        }
      }
    } catch {
      var problem = VerifyReport.Problem(code: "keys", seq: nil, message: "the keys do not hold")
      if case .damaged(let seq, let reason) = error {
        problem = VerifyReport.Problem(code: "damaged", seq: seq, message: reason)
      }
      report.problems.append(problem)
    }
  }

  /// Every entry's JSON exactly as it was written, in the order of the log, restricted ones too.
  ///
  /// The second reader in Python prints the same bytes.
  ///
  /// - Throws: ``VaultError`` when the log cannot be read up to where this record stands.
  public func exportLines() throws -> [String] {
    try turn {
      let bytes: [UInt8]
      do {
        bytes = try log.read(from: 0, count: Int(place.size))
      } catch {
        throw VaultError.unreadable(what: "log", errno: (error as? DiskError)?.code ?? 0)
      }
      let walk = LogWalk(
        bytes,
        after: LogPlace(seq: 0, head: codec.genesis, size: 0, lastOffset: 0),
        codec: codec,
        seenSeq: 0,
        signedAfter: place.seq
      )
      guard walk.place == place else {
        throw VaultError.damaged(seq: walk.place.seq + 1, reason: "chain")
      }
      let survey = try surveyor.survey(
        walk,
        bytes,
        named: NamedFiles(),
        known: keyring,
        depth: .texts,
        anyHeader: true
      )
      if case .damaged(let seq, let reason) = survey.walk.ending {
        throw VaultError.damaged(seq: seq, reason: reason)
      }
      return survey.entries.map(\.written.line)
    }
  }
}
