#include "page/text.h"

#include "model/report.h"

#include <fmt/format.h>

namespace yokoten {
namespace {

std::string_view without_spaces(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// subject[:part][.area].field, or field alone.
Placeholder taken_apart(std::string_view inner, const Place& place) {
  Placeholder made;
  made.place = place;
  const std::size_t last = inner.rfind('.');
  if (last == std::string_view::npos) {
    made.field = inner;
    return made;
  }
  made.field = inner.substr(last + 1);
  std::string_view subject = inner.substr(0, last);
  const std::size_t first = subject.find('.');
  if (first != std::string_view::npos) {
    made.area = subject.substr(first + 1);
    subject = subject.substr(0, first);
  }
  const std::size_t colon = subject.find(':');
  if (colon != std::string_view::npos) {
    made.part = subject.substr(colon + 1);
    subject = subject.substr(0, colon);
  }
  made.subject = subject;
  return made;
}

}  // namespace

void Text::append(std::string_view literal) {
  if (literal.empty()) return;
  if (parts.empty() || parts.back().is_placeholder) parts.emplace_back();
  parts.back().literal += literal;
}

void Text::append(Placeholder placeholder) { parts.push_back({{}, std::move(placeholder), true}); }

void Text::append(const Text& other) {
  for (const Part& part : other.parts) {
    if (part.is_placeholder)
      append(part.placeholder);
    else
      append(part.literal);
  }
}

Text compiled_text(std::string_view text, const Place& place, const Escape& escape,
                   Findings& findings) {
  Text made;
  if (text.find("｛｛") != std::string_view::npos || text.find("｝｝") != std::string_view::npos)
    report_error(findings, place, "placeholder.open",
                 {"全角の「｛｛」「｝｝」はそのまま文字として出ます。半角の {{ }} で書いてください",
                  "full-width braces would be shown as they are; write {{ }}"});
  while (!text.empty()) {
    const std::size_t open = text.find("{{");
    if (text.substr(0, open).find("}}") != std::string_view::npos)
      report_error(findings, place, "placeholder.open",
                   {"「}}」に対応する「{{」がありません", "`}}` without its `{{`"});
    made.append(escape(text.substr(0, open)));
    if (open == std::string_view::npos) break;
    const std::size_t close = text.find("}}", open);
    if (close == std::string_view::npos) {
      report_error(findings, place, "placeholder.open",
                   {"「{{」に対応する「}}」がありません", "`{{` without its `}}`"});
      break;
    }
    made.append(taken_apart(without_spaces(text.substr(open + 2, close - open - 2)), place));
    text.remove_prefix(close + 2);
  }
  return made;
}

}  // namespace yokoten
