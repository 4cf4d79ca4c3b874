#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "read/run_marks.h"
#include "read/xml_reader.h"

namespace yokoten {

/// Collects the paragraphs of an ODS cell, joined by LF: white space as OpenDocument collapses it,
/// (one that ends a paragraph stays, as LibreOffice has it), tabs, line breaks; ruby, annotations,
/// footnotes and drawings left out. Raised and struck-out runs are set apart (run_marks.h).
class OdsText {
 public:
  /// How spans look by the names of their styles; those that look plain are not there.
  using Looks = std::map<std::string, RunLook, std::less<>>;

  /// `looks` must outlive this; it may grow as long as no text is read.
  explicit OdsText(const Looks& looks) : looks_(looks) {}

  void begin();
  /// Elements inside of the cell.
  void start(const XmlName& name, const XmlAttributes& attributes);
  void end();
  void add(std::string_view part);
  /// Once all of it was read.
  void finish();

  const std::string& text() const { return text_; }
  bool has_ruby() const { return ruby_; }
  /// Whether there was a paragraph, be it an empty one.
  bool has_paragraph() const { return began_; }
  /// Whether text of it is raised, lowered or struck out.
  bool is_marked() const { return !runs_.empty(); }
  bool is_struck() const { return has_struck(runs_); }
  /// Blanks that elements asked for by number, of all cells so far.
  std::size_t counted_blanks() const { return blanks_; }
  /// Refuses to add more of them at once.
  static constexpr int most_blanks = 1 << 20;

 private:
  void start_paragraph();
  void add_blanks(const XmlAttributes& attributes);
  void flush_blank();
  void open_span(const XmlAttributes& attributes);
  void close_span();
  void leave_text();

  /// A span that looks otherwise than the text around it.
  struct OpenSpan {
    int depth = 0;
    std::size_t begin = 0;
    RunLook look;
  };

  const Looks& looks_;
  std::string text_;
  std::vector<OpenSpan> spans_;
  std::vector<MarkedRun> runs_;
  bool ruby_ = false, began_ = false, blank_is_due_ = false, at_start_ = true;
  int paragraph_depth_ = 0, skipped_depth_ = 0;  // elements open inside of them
  std::size_t blanks_ = 0;
};

}  // namespace yokoten
