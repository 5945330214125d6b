import Testing
import ViewModels

@testable import TerminalUI

@Suite("What is asked of rows before they are painted")
struct QuickTextTests {
  private let row = [Span("Thanh"), Span(" K12", .quiet)]

  @Test("A row is the same up to the first span that says, means or looks otherwise")
  func same() {
    #expect(row.same(as: row) == 2)
    #expect(row.same(as: []) == 0)
    #expect(row.same(as: [Span("Thanh"), Span(" K13", .quiet)]) == 1)
    #expect(row.same(as: [Span("Thanh"), Span(" K12", .key)]) == 1)
    #expect(row.same(as: [Span("Thanh", .text, selected: true), Span(" K12", .quiet)]) == 0)
    #expect(row.same(as: [Span("Thanh", .text, strong: true), Span(" K12", .quiet)]) == 0)
  }

  @Test("A row has moved when its words stood once elsewhere, however they are looked at")
  func moved() {
    let other = [Span("Dawit")]
    let blank = [Span("   ")]
    #expect([other, row].haveMoved(since: [row, other], among: [0, 1]))
    #expect([blank, [Span("Thanh K12", .match)]].haveMoved(since: [row, blank], among: [0, 1]))
    // Nothing moved: it changed, it stood twice, or it is blank.
    #expect(![other, row].haveMoved(since: [row, row], among: [0]))
    #expect(![row, other, row].haveMoved(since: [other, row, other], among: [0, 1, 2]))
    #expect(![blank, row].haveMoved(since: [row, blank], among: [0]))
    #expect(![blank, other].haveMoved(since: [other, blank], among: []))
  }

  @Test("Rows that are the same are not painted")
  func changed() {
    #expect([row, row].changed(since: [row, []], rows: 3) == [1, 2])
    #expect([row].changed(since: nil, rows: 2) == [0, 1])
    #expect([row].changed(since: [row], rows: 1) == [])
  }
}
