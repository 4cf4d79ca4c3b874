#include "read/ods_text.h"

#include <algorithm>

#include "read/xlsx_reference.h"
#include "read/xml_blanks.h"

namespace yokoten {
namespace {

bool is_paragraph(const XmlName& name) { return name.local == "p" || name.local == "h"; }

}  // namespace

void OdsText::begin() {
  text_.clear();
  spans_.clear();
  runs_.clear();
  ruby_ = began_ = blank_is_due_ = false;
  paragraph_depth_ = skipped_depth_ = 0;
}

void OdsText::start_paragraph() {
  if (began_) text_ += '\n';
  began_ = at_start_ = true;
  paragraph_depth_ = 1;
  blank_is_due_ = false;
}

void OdsText::flush_blank() {
  if (blank_is_due_) text_ += ' ';
  blank_is_due_ = at_start_ = false;
}

void OdsText::add_blanks(const XmlAttributes& attributes) {
  const auto said = attributes.find(XmlSpace::text, "c");
  const int count = std::min(said ? parse_ordinal(*said).value_or(most_blanks) : 1, most_blanks);
  blanks_ += static_cast<std::size_t>(count);
  flush_blank();
  text_.append(static_cast<std::size_t>(count), ' ');
}

void OdsText::start(const XmlName& name, const XmlAttributes& attributes) {
  if (skipped_depth_ > 0 || name.space != XmlSpace::text || name.local == "ruby-text" ||
      name.local == "note") {
    if (name.is(XmlSpace::text, "ruby-text")) ruby_ = true;
    ++skipped_depth_;
    return;
  }
  if (paragraph_depth_ > 0)
    ++paragraph_depth_;
  else if (is_paragraph(name))
    start_paragraph();
  else
    return;
  if (name.local == "span") open_span(attributes);
  if (name.local == "s") return add_blanks(attributes);
  if (name.local != "tab" && name.local != "line-break") return;
  flush_blank();
  text_ += name.local == "tab" ? '\t' : '\n';
}

void OdsText::open_span(const XmlAttributes& attributes) {
  const auto style = attributes.find(XmlSpace::text, "style-name");
  const auto look = style ? looks_.find(*style) : looks_.end();
  if (look == looks_.end()) return;
  if (blank_is_due_) flush_blank();
  spans_.push_back({paragraph_depth_, text_.size(), look->second});
}

// Of spans inside each other the inner one says how its text looks.
void OdsText::close_span() {
  const OpenSpan span = spans_.back();
  spans_.pop_back();
  const std::size_t begin = runs_.empty() ? span.begin : std::max(span.begin, runs_.back().end);
  if (begin < text_.size()) runs_.push_back({begin, text_.size(), span.look});
}

void OdsText::leave_text() {
  if (!spans_.empty() && spans_.back().depth == paragraph_depth_) close_span();
  if (--paragraph_depth_ == 0 && blank_is_due_) flush_blank();
}

void OdsText::finish() {
  if (!runs_.empty()) text_ = set_apart(text_, runs_);
}

void OdsText::end() {
  if (skipped_depth_ > 0)
    --skipped_depth_;
  else if (paragraph_depth_ > 0)
    leave_text();
}

void OdsText::add(std::string_view part) {
  if (skipped_depth_ > 0 || paragraph_depth_ == 0) return;
  while (!part.empty()) {
    const std::size_t word = std::min(part.find_first_of(xml_blanks), part.size());
    if (word > 0) {
      flush_blank();
      text_ += part.substr(0, word);
    }
    part.remove_prefix(word);
    const std::size_t space = std::min(part.find_first_not_of(xml_blanks), part.size());
    if (space > 0 && !at_start_) blank_is_due_ = true;
    part.remove_prefix(space);
  }
}

}  // namespace yokoten
