#pragma once

#include <map>
#include <string>
#include <string_view>

#include "model/finding.h"
#include "page/flow.h"
#include "page/ruby.h"

struct cmark_node;

namespace yokoten {

/// What stands for `{{` and `}}` in a parsed tree: U+E000 and U+E001.
inline constexpr const char* opening_letter = "\xee\x80\x80";
inline constexpr const char* closing_letter = "\xee\x80\x81";

/// `text` of a tree with its braces again.
std::string with_braces(std::string_view text);

/// What the texts of one page share.
struct PageTexts {
  RubyWriter ruby;
  std::map<std::string, int> tables{};  ///< their labels, and how often each was given
};

/// Writes cmark's tree as HTML of our own: Japanese lines join without a space, links are checked.
class HtmlWriter {
 public:
  HtmlWriter(std::string file, int first_row, PageTexts& texts, Findings& findings)
      : file_(std::move(file)), first_row_(first_row), texts_(texts), findings_(findings) {}

  /// The node itself with its tags.
  void write(cmark_node* node, Text& out);
  /// Only what is inside.
  void write_children(cmark_node* node, Text& out);

  /// The same of a heading.
  void write_heading(cmark_node* node, Text& out);

  Place place(cmark_node* node) const;
  std::vector<InternalLink> links;

 private:
  void write_text(cmark_node* node, Text& out);
  void write_link(cmark_node* node, Text& out);
  void write_list(cmark_node* node, Text& out);
  void write_table(cmark_node* node, Text& out);
  std::string table_label(cmark_node* table);
  void write_row(cmark_node* row, bool head, Text& out);
  void write_code(cmark_node* node, Text& out);
  void refuse(cmark_node* node, const char* code, Message message);

  std::string file_;
  int first_row_;
  PageTexts& texts_;
  Findings& findings_;
};

}  // namespace yokoten
