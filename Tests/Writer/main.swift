import Casework
import Glibc
import TestSupport
import Vault

// TestWriter MODE --vault FOLDER --state FOLDER [--name w1] [--from 1] [--acts N] [--seconds S]
//            [--pause MS] [--keys] [--key HEX]
//
//   create   makes a record with three children; says the key that --key then opens it with, which
//            saves a derivation each time
//   check    says what the record holds, and proves it
//   write    keeps acts, one line on standard output as soon as each is kept:
//              ready SEQ / holds NAME ID[,ID…] … / start / kept NAME SEQ ID[,ID…] / busy HOLDER / done
//   read     follows the record without a lock: one line an act that it sees / half NAME … / done
//
// Lines are written at once and whole: whoever kills it knows exactly what it had acknowledged.

let children = 3
let passphrase = Passphrase("plum kettle orbit seven lantern")

func say(_ line: String) {
  var bytes = Array((line + "\n").utf8)[...]
  while !bytes.isEmpty {
    let done = unsafe bytes.withUnsafeBytes {
      unsafe write(STDOUT_FILENO, $0.baseAddress, $0.count)
    }
    if done <= 0, errno != EINTR { exit(9) }
    if done > 0 { bytes = bytes.dropFirst(done) }
  }
}

func now() -> Moment {
  var time = timespec()
  unsafe clock_gettime(CLOCK_REALTIME, &time)
  return Moment(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
}

func option(_ name: String) -> String? {
  let arguments = CommandLine.arguments
  guard let at = arguments.firstIndex(of: "--" + name), at + 1 < arguments.count else { return nil }
  return arguments[at + 1]
}

func number(_ name: String, _ otherwise: Int) -> Int {
  option(name).flatMap { Int($0) } ?? otherwise
}

let mode = CommandLine.arguments.dropFirst().first ?? ""
let writer = option("name") ?? "w1"
let places = Places(folder: option("vault") ?? "vault", state: option("state") ?? "state")
let surroundings = Surroundings(
  disk: RealDisk(),
  clock: now,
  entropy: .system,
  measure: { body in ContinuousClock().measure(body) },
  holder: "TestWriter \(writer), process \(getpid())"
)

func open(_ options: OpenOptions = OpenOptions()) throws -> OpenRecord {
  guard let key = option("key") else {
    return try OpenRecord.open(
      places,
      passphrase: passphrase,
      options: options,
      surroundings: surroundings
    )
  }
  let digits = Array(key)
  let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
    UInt8(String(digits[$0...$0 + 1]), radix: 16)
  }
  return try OpenRecord.open(
    places,
    stretched: bytes,
    options: options,
    surroundings: surroundings
  )
}

/// The children that acts are about: the first ones of the record, in its order.
func known(_ record: OpenRecord) -> [ChildID] {
  record.childNames().filter { $0.ref.hasPrefix("K0") }.sorted { $0.ref < $1.ref }.map(\.id)
}

func create() throws {
  let record = try OpenRecord.create(
    places,
    passphrase: passphrase,
    options: CreateOptions(zone: .london, logN: 15),
    surroundings: surroundings
  )
  for at in 1...children { try addChild("K0\(at)", to: record) }
  let key = try OpenRecord.stretched(passphrase, places, disk: surroundings.disk)
  say("key " + key.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined())
  say("ready \(record.state.seq)")
}

func addChild(_ ref: String, to record: OpenRecord) throws {
  let child = ChildID(rawValue: record.newID())
  let opening = NewEntry(occurredAt: now(), body: ChildOpened(name: nil, source: "test"))
  _ = try record.keep(
    Act(parts: [ActPart(child: child, openingRef: ref, by: "guardian", entries: [opening])])
  )
}

func tell(_ record: OpenRecord) {
  let found = Found(record)
  say("ready \(record.state.seq)")
  for notice in record.state.notices { say("notice \(notice)") }
  for child in record.childNames() { say("child \(child.ref)") }
  for (name, ids) in found.identities { say("holds \(name) \(ids.joined(separator: ","))") }
  for name in found.wrong { say("wrong \(name)") }
  for name in found.halves(children: children) { say("half \(name)") }
  if let why = record.state.readOnly { say("readonly \(why)") }
}

func writeActs() throws {
  let record = try open()
  tell(record)
  let about = known(record)
  let addsChildren = CommandLine.arguments.contains("--keys")
  let end = ContinuousClock.now + .seconds(number("seconds", 3600))
  let pause = useconds_t(number("pause", 0) * 1000)
  let first = number("from", 1)
  say("start")
  var at = first
  while at < first + number("acts", .max - first), ContinuousClock.now < end {
    do {
      if addsChildren {
        let ref = "W-\(1000 + at)"
        try addChild(ref, to: record)
        say("added \(ref)")
      }
      let act = MadeUpAct(writer: writer, number: at)
      let start = ContinuousClock.now
      let kept = try record.keep(act.act(children: about, at: now()))
      let ids = kept.entries.map(\.stamp.id.rawValue).joined(separator: ",")
      let took = (ContinuousClock.now - start) / .milliseconds(1)
      say("kept \(act.name) \(kept.entries.last?.seq ?? 0) \(ids) \(Int(took))")
      at += 1
    } catch VaultError.inUse(let holder) {
      say("busy \(holder ?? "?")")
    }
    if pause > 0 { usleep(pause) }
  }
  say("done")
}

func follow() throws {
  let record = try open(OpenOptions(forWriting: false))
  tell(record)
  let end = ContinuousClock.now + .seconds(number("seconds", 10))
  say("start")
  var seen = Set(Found(record).identities.keys)
  while ContinuousClock.now < end {
    var wanted = pollfd(fd: record.changeDescriptor, events: Int16(POLLIN), revents: 0)
    unsafe _ = poll(&wanted, 1, 200)
    guard try record.refresh() else { continue }
    let found = Found(record)
    for name in found.wrong { say("wrong \(name)") }
    for name in found.halves(children: children) { say("half \(name)") }
    for name in found.identities.keys where seen.insert(name).inserted { say("saw \(name)") }
  }
  say("done")
}

func check() throws {
  let record = try open()
  tell(record)
  let report = record.verify()
  say(report.ok ? "proved \(report.entries)" : "broken \(report.problems.map(\.code))")
}

do {
  switch mode {
  case "create": try create()
  case "check": try check()
  case "write": try writeActs()
  case "read": try follow()
  default:
    say("usage")
    exit(2)
  }
} catch {
  say("failed \(error)")
  exit(1)
}
