import Testing

@testable import ViewModels

@Suite("A line being typed")
struct LineEditorTests {
  private func typed(_ text: String) -> LineEditor {
    var editor = LineEditor()
    for character in text { _ = editor.press(.character(character)) }
    return editor
  }

  @Test("Letters come where the cursor is")
  func typing() {
    var editor = typed("thnh")
    _ = editor.press(.left)
    _ = editor.press(.left)
    _ = editor.press(.character("a"))
    #expect(editor.text == "thanh")
    #expect(editor.cursor == 3)
  }

  @Test("A combining mark joins the letter before it, and the cursor stays behind both")
  func combiningMarks() {
    var editor = typed("Tha")
    _ = editor.press(.character("\u{301}"))
    #expect(editor.text == "Tha\u{301}")
    #expect(editor.cursor == 3)
    _ = editor.press(.backspace)
    #expect(editor.text == "Th")
  }

  @Test("Ctrl-W takes the word, Ctrl-U the rest before the cursor, and each can be undone")
  func words() {
    var editor = typed("thanh call 14:20")
    _ = editor.press(.control("w"))
    #expect(editor.text == "thanh call ")
    _ = editor.press(.control("u"))
    #expect(editor.text.isEmpty)
    _ = editor.press(.control("_"))
    #expect(editor.text == "thanh call ")
    _ = editor.press(.control("_"))
    #expect(editor.text == "thanh call 14:20")
  }

  @Test("A paste loses its controls, its lines become one, and one undo takes it back")
  func paste() {
    var editor = typed("note ")
    _ = editor.press(.paste("she\u{1B}[31m came\r\nhome\u{7}"))
    #expect(editor.text == "note she[31m came home")
    _ = editor.press(.control("_"))
    #expect(editor.text == "note ")
  }

  @Test("Home, End and words move the cursor")
  func moving() {
    var editor = typed("one two three")
    _ = editor.press(.alt("b"))
    #expect(editor.cursor == 8)
    _ = editor.press(.home)
    #expect(editor.cursor == 0)
    _ = editor.press(.alt("f"))
    #expect(editor.cursor == 3)
    _ = editor.press(.end)
    #expect(editor.cursor == 13)
  }
}
