import CHardening
import Glibc
import Testing

@Suite("The heap", .enabled(if: mainstay_wipes_on_free(), "a sanitizer brings its own"))
struct HeapTests {
  private static let pattern = UInt8(0xA7)

  /// How many bytes of the pattern a piece of that size still holds when it is handed out again.
  ///
  /// The allocator hands a thread the piece that it gave back last, or soon after. Its first 16 bytes
  /// are the allocator's own by then.
  ///
  /// - Parameters:
  ///   - count: Bytes of the piece.
  ///   - giveBack: Fills a piece with the pattern, gives it back, and says where it was.
  /// - Returns: Nil where it never came back: the allocator may join it to its neighbours.
  private static func left(
    in count: Int,
    _ giveBack: () throws -> UnsafeMutableRawPointer
  ) rethrows -> Int? {
    for _ in 0..<50 {
      let freed = try giveBack()
      var others: [UnsafeMutableRawPointer] = []
      others.reserveCapacity(100)
      defer { for other in others { free(other) } }
      while others.count < 100, let again = malloc(count) {
        others.append(again)
        if again == freed {
          return UnsafeRawBufferPointer(start: again, count: count)[16...].count { $0 == pattern }
        }
      }
    }
    return nil
  }

  private static func filled(
    _ count: Int,
    _ allocate: (Int) -> UnsafeMutableRawPointer?
  ) throws -> UnsafeMutableRawPointer {
    let piece = try #require(allocate(count))
    memset(piece, Int32(pattern), count)
    return piece
  }

  @Test("What is freed is overwritten first", arguments: [24, 100, 500, 1000])
  func freed(count: Int) throws {
    let left = try Self.left(in: count) {
      let piece = try Self.filled(count, malloc)
      free(piece)
      return piece
    }
    #expect(left == 0)
  }

  @Test("Memory of every other allocator of C is overwritten too")
  func others() throws {
    let makers: [(Int) -> UnsafeMutableRawPointer?] = [
      { calloc(1, $0) }, { memalign(16, $0) }, { aligned_alloc(16, $0) },
      { count in
        var made: UnsafeMutableRawPointer?
        return posix_memalign(&made, 16, count) == 0 ? made : nil
      },
    ]
    for make in makers {
      let left = try Self.left(in: 512) {
        let piece = try Self.filled(512, make)
        free(piece)
        return piece
      }
      #expect(left == 0)
    }
  }

  @Test("What grows leaves nothing in its old place")
  func grown() throws {
    var grown: [UnsafeMutableRawPointer] = []
    defer { for piece in grown { free(piece) } }
    let left = try Self.left(in: 200) {
      let piece = try Self.filled(200, malloc)
      let moved = try #require(realloc(piece, 9000))
      grown.append(moved)
      #expect(moved != piece)
      #expect(UnsafeRawBufferPointer(start: moved, count: 200).allSatisfy { $0 == Self.pattern })
      return piece
    }
    #expect(left == 0)
  }

  @Test("What shrinks in its place keeps its beginning and nothing of the rest")
  func shrunk() throws {
    let piece = try Self.filled(1000, malloc)
    let usable = malloc_usable_size(piece)
    let shrunk = try #require(realloc(piece, 600))
    defer { free(shrunk) }
    #expect(shrunk == piece)
    let all = UnsafeRawBufferPointer(start: shrunk, count: usable)
    #expect(all[..<600].allSatisfy { $0 == Self.pattern })
    #expect(all[600...].allSatisfy { $0 == 0 })
  }

  @Test("What shrinks to less than half moves and leaves nothing")
  func shrunkFar() throws {
    var shrunk: [UnsafeMutableRawPointer] = []
    defer { for piece in shrunk { free(piece) } }
    let left = try Self.left(in: 1000) {
      let piece = try Self.filled(1000, malloc)
      let moved = try #require(realloc(piece, 100))
      shrunk.append(moved)
      #expect(UnsafeRawBufferPointer(start: moved, count: 100).allSatisfy { $0 == Self.pattern })
      return piece
    }
    #expect(left == 0)
  }

  @Test("Nothing and nobody are given back without harm")
  func edges() throws {
    free(nil)
    let made = try #require(realloc(nil, 40))
    #expect(realloc(made, 0) == nil)
    #expect(malloc_usable_size(nil) == 0)
    #expect(calloc(.max, 2) == nil)
  }

  @Test("A Swift array's bytes are gone when it is")
  func swiftArray() throws {
    let left = try Self.left(in: 1000) {
      var place: UnsafeMutableRawPointer?
      do {
        var words = [UInt8](repeating: Self.pattern, count: 968)
        words.withUnsafeMutableBytes { place = $0.baseAddress }
      }
      // The array's own head stands before its bytes.
      return try #require(place) - 32
    }
    #expect(left == 0)
  }

  @Test("What is held is in locked pages for as long as it lives, and zeros come back")
  func held() throws {
    let before = mainstay_secret_report()
    mainstay_secret_begin()
    let piece = malloc(44)
    let zeros = calloc(4, 25)
    mainstay_secret_end()
    let secret = try #require(piece)
    let cleared = try #require(zeros)
    try #require(mainstay_is_locked(secret), "this system locks no page")
    #expect(malloc_usable_size(secret) >= 44)
    #expect(UnsafeRawBufferPointer(start: cleared, count: 100).allSatisfy { $0 == 0 })
    memset(secret, Int32(Self.pattern), 44)
    let moved = try #require(realloc(secret, 300))
    #expect(mainstay_is_locked(moved))
    #expect(UnsafeRawBufferPointer(start: moved, count: 44).allSatisfy { $0 == Self.pattern })
    free(moved)
    free(cleared)
    let plain = try #require(malloc(44))
    #expect(!mainstay_is_locked(plain))
    free(plain)
    #expect(mainstay_secret_report().locked_bytes >= before.locked_bytes)
  }

  @Test("What is too large for a locked page is had all the same")
  func large() throws {
    mainstay_secret_begin()
    let piece = malloc(100_000)
    mainstay_secret_end()
    let large = try #require(piece)
    #expect(!mainstay_is_locked(large))
    free(large)
  }

  @Test("Pieces of every size, moved and given back in any order, never overlap")
  func torture() throws {
    var random = SystemRandomNumberGenerator()
    var pieces: [(at: UnsafeMutableRawPointer, count: Int, mark: UInt8)] = []
    for round in 0..<20_000 {
      let count = Int.random(in: 1...2000, using: &random)
      if pieces.count < 200 || round.isMultiple(of: 3) {
        let isHeld = round.isMultiple(of: 5)
        if isHeld { mainstay_secret_begin() }
        let made = malloc(count)
        if isHeld { mainstay_secret_end() }
        let mark = UInt8.random(in: 1...255, using: &random)
        let piece = try #require(made)
        memset(piece, Int32(mark), count)
        pieces.append((piece, count, mark))
      } else {
        let index = Int.random(in: pieces.indices, using: &random)
        let (piece, had, mark) = pieces[index]
        let isWhole = UnsafeRawBufferPointer(start: piece, count: had).allSatisfy { $0 == mark }
        guard isWhole else { Issue.record("a piece was overwritten"); return }
        if round.isMultiple(of: 2) {
          free(piece)
          pieces.remove(at: index)
        } else {
          let moved = try #require(realloc(piece, count))
          let kept = UnsafeRawBufferPointer(start: moved, count: min(had, count))
          guard kept.allSatisfy({ $0 == mark }) else { Issue.record("bytes were lost"); return }
          memset(moved, Int32(mark), count)
          pieces[index] = (moved, count, mark)
        }
      }
    }
    for piece in pieces { free(piece.at) }
  }
}
