import Foundation

/// Which inlet this process fuzzes: `MAINSTAY_FUZZ_INLET`.
private let inlet = Inlet.all.first {
  $0.name == ProcessInfo.processInfo.environment["MAINSTAY_FUZZ_INLET"]
}

/// What libFuzzer calls first; with `MAINSTAY_FUZZ_SEEDS=FOLDER` it writes every inlet's seeds, words
/// and long inputs there and ends.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(_ count: UnsafeMutableRawPointer, _ arguments: UnsafeMutableRawPointer)
  -> CInt
{
  guard let folder = ProcessInfo.processInfo.environment["MAINSTAY_FUZZ_SEEDS"] else { return 0 }
  do {
    for inlet in Inlet.all {
      let corpus = folder + "/" + inlet.name
      try FileManager.default.createDirectory(atPath: corpus, withIntermediateDirectories: true)
      for (number, seed) in inlet.seeds().enumerated() {
        try Data(seed).write(to: URL(fileURLWithPath: "\(corpus)/seed-\(number)"))
      }
      let long = folder + "/long/" + inlet.name
      try FileManager.default.createDirectory(atPath: long, withIntermediateDirectories: true)
      for (number, input) in inlet.monotonous(32 * 1024).enumerated() {
        try Data(input).write(to: URL(fileURLWithPath: "\(long)/\(number)"))
      }
      let words = inlet.words.map { word in
        "\"" + word.utf8.map { "\\x" + String(0x100 | Int($0), radix: 16).dropFirst() }.joined()
          + "\""
      }
      try Data((words.joined(separator: "\n") + "\n").utf8).write(
        to: URL(fileURLWithPath: "\(corpus).words")
      )
      print(inlet.name, inlet.longest)
    }
  } catch {
    print("seeds: \(error)")
    exit(1)
  }
  exit(0)
}

/// What libFuzzer calls for every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let inlet else {
    print("MAINSTAY_FUZZ_INLET names none of: \(Inlet.all.map(\.name).joined(separator: " "))")
    exit(1)
  }
  if let fault = inlet.check(Array(UnsafeBufferPointer(start: bytes, count: count))) {
    print("\(inlet.name): \(fault)")
    abort()
  }
  return 0
}
