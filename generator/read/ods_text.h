#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "read/xml_reader.h"

namespace yokoten {

/// Collects the paragraphs of an ODS cell, joined by LF: white space as OpenDocument collapses it,
/// (one that ends a paragraph stays, as LibreOffice has it), tabs, line breaks; ruby, annotations,
/// footnotes and drawings left out.
class OdsText {
 public:
  void begin();
  /// Elements inside of the cell.
  void start(const XmlName& name, const XmlAttributes& attributes);
  void end();
  void add(std::string_view part);

  const std::string& text() const { return text_; }
  bool has_ruby() const { return ruby_; }
  /// Blanks that elements asked for by number, of all cells so far.
  std::size_t counted_blanks() const { return blanks_; }
  /// Refuses to add more of them at once.
  static constexpr int most_blanks = 1 << 20;

 private:
  void start_paragraph();
  void add_blanks(const XmlAttributes& attributes);
  void flush_blank();

  std::string text_;
  bool ruby_ = false, began_ = false, blank_is_due_ = false, at_start_ = true;
  int paragraph_depth_ = 0, skipped_depth_ = 0;  // elements open inside of them
  std::size_t blanks_ = 0;
};

}  // namespace yokoten
