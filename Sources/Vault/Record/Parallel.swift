internal import Dispatch
internal import Synchronization

extension Array where Element: Sendable {
  /// Works on slices of the array on all cores and joins the results in order.
  ///
  /// - Parameter body: Called at the same time on several threads.
  /// - Returns: What the slices gave, one after another.
  /// - Throws: What the first slice that failed threw: the same error as without parallel work.
  func parallel<Result: Sendable, Failure>(
    _ body: @Sendable (ArraySlice<Element>) throws(Failure) -> [Result]
  ) throws(Failure) -> [Result] {
    let size = 512
    let slices = (count + size - 1) / size
    if slices < 2 { return try body(self[...]) }
    let results = Mutex<[Int: Swift.Result<[Result], Failure>]>([:])
    DispatchQueue.concurrentPerform(iterations: slices) { number in
      let slice = self[number * size..<Swift.min(count, (number + 1) * size)]
      let result = Swift.Result<[Result], Failure> { () throws(Failure) in try body(slice) }
      results.withLock { $0[number] = result }
    }
    var out: [Result] = []
    for number in 0..<slices {
      if let part = results.withLock({ $0.removeValue(forKey: number) }) { out += try part.get() }
    }
    return out
  }
}
