public import Casework
internal import Foundation

extension OpenRecord {
  /// Every child's case file, in the order they were opened; none without an index.
  public func caseload() -> [CaseFile] {
    turn {
      if let loaded { return loaded }
      let files = cases.order.compactMap { caseFile($0) }
      // Who could not be read now is asked for again.
      if files.count == cases.order.count { loaded = files }
      return files
    }
  }

  /// Puts the files of children who have new entries in the place of those that were asked for before.
  func reload(_ children: Set<ChildID>) {
    for child in children {
      guard let at = loaded?.firstIndex(where: { $0.id == child }), let file = caseFile(child)
      else {
        loaded = nil
        return
      }
      loaded?[at] = file
    }
  }

  /// One child's case file.
  public func caseFile(_ child: ChildID) -> CaseFile? {
    turn {
      guard let index, let row = keyring.child(child), row.state != .erased else { return nil }
      do {
        return try cases.file(child, ref: row.ref) { try index.entries(of: child) }
      } catch {
        note(indexFault: error)
        return nil
      }
    }
  }

  /// A child by ref, by a number of another system, or by a name that only one child has.
  ///
  /// Case and marks do not matter.
  public func child(ref: String) -> ChildID? {
    turn {
      if let row = keyring.child(ref: ref), row.state != .erased { return row.id }
      let folded = Fold.fold(ref)
      guard !folded.isEmpty else { return nil }
      let numbered = caseload().filter { file in
        file.otherNumbers.contains { Fold.fold($0) == folded }
      }
      if numbered.count == 1 { return numbered.first?.id }
      let named = keyring.children.filter {
        $0.state != .erased && $0.names.contains { Fold.fold($0) == folded }
      }
      return named.count == 1 ? named.first?.id : nil
    }
  }

  /// Every child as `keys` knows it: enough to match a note without an index.
  public func childNames() -> [ChildNames] {
    turn {
      keyring.children.filter { $0.state != .erased }.map {
        ChildNames(id: $0.id, ref: $0.ref, names: $0.names)
      }
    }
  }

  /// Entries as written, oldest first.
  public func entries(of child: ChildID?) -> [RecordedEntry] {
    turn {
      do {
        return try index?.entries(of: child) ?? []
      } catch {
        note(indexFault: error)
        return []
      }
    }
  }

  /// Reads the words of all entries, a few at a time, while the guardian types the first of a search.
  ///
  /// A search that comes meanwhile reads the rest itself.
  public func prepareSearch() {
    turn {
      guard !isPreparingSearch, index != nil else { return }
      isPreparingSearch = true
      Thread.detachNewThread { [weak self] in
        while self?.prepareSomeWords() == true {
          // The lock is not fair: whoever waits for it gets it now.
          Thread.sleep(forTimeInterval: 0.001)
        }
      }
    }
  }

  /// True while there are more.
  private func prepareSomeWords() -> Bool {
    turn {
      do {
        if let index, !isClosed, try index.catchUp(most: 250) { return true }
      } catch {
        note(indexFault: error)
      }
      isPreparingSearch = false
      return false
    }
  }

  /// Entries that hold every word and every filter, newest first; nothing where nothing is asked.
  public func search(_ query: SearchQuery) -> SearchResult {
    turn {
      do {
        return try index?.search(query, zone: recordZone) ?? .nothing
      } catch {
        note(indexFault: error)
        return .nothing
      }
    }
  }

  /// Puts into the index's table what was kept since the last time.
  ///
  /// - Returns: False where it could not, which is in the notices; it is tried again.
  @discardableResult
  func settleIndex() -> Bool {
    do {
      try index?.settle()
      return true
    } catch {
      note(indexFault: error)
      return false
    }
  }

  /// The index is in memory, so this is a fault of ours or no memory: it is shown, not hidden.
  private func note(indexFault: any Error) {
    let notice = "The index could not be read; close the record and open it again."
    if !notices.contains(notice) { notices.append(notice) }
  }

  /// A ref that nobody has had: `K` and the next number of two or more digits.
  public func nextRef() -> String {
    turn {
      let numbers = keyring.children.compactMap { row in
        row.ref.wholeMatch(of: /[Kk]-?([0-9]{2,6})/).flatMap { Int($0.1) }
      }
      let next = (numbers.max() ?? 0) + 1
      return "K" + (next < 10 ? "0\(next)" : "\(next)")
    }
  }

  /// A fresh identity for a child or an entry.
  public func newID() -> String {
    var random = surroundings.entropy
    return UUIDv7.make(at: surroundings.clock(), random: &random)
  }
}
