#include "base/html_pieces.h"

#include <algorithm>
#include <string>

namespace yokoten {
namespace {

bool is_among(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Elements that never have an end tag.
bool is_void(std::string_view name) {
  return is_among(name, {"area", "base", "br", "col", "hr", "img", "input", "link", "meta",
                         "source", "wbr", "!DOCTYPE", "!doctype"});
}

bool is_plain(std::string_view name) {
  return is_among(name, {"title", "desc", "option", "textarea", "script", "style"});
}

// find_first_of() asks a function of the library for every letter.
bool ends_name(char letter) {
  return letter == ' ' || letter == '>' || letter == '/' || letter == '\n' || letter == '\t';
}

// The end of the tag that begins at `at`: a `>` outside of quotation marks.
std::size_t tag_end(std::string_view html, std::size_t at) {
  char quote = 0;
  for (; at < html.size(); ++at) {
    if (quote != 0)
      quote = html[at] == quote ? '\0' : quote;
    else if (html[at] == '"' || html[at] == '\'')
      quote = html[at];
    else if (html[at] == '>')
      return at + 1;
  }
  return html.size();
}

}  // namespace

std::string_view element_of(std::string_view tag) {
  const std::size_t begin = tag.starts_with("</") ? 2 : 1;
  std::size_t end = begin;
  while (end < tag.size() && !ends_name(tag[end])) ++end;
  return tag.substr(begin, end - begin);
}

void HtmlPieces::enter(std::string_view name) {
  const bool is_open = !is_void(name) && !text_.ends_with("/>");
  const bool is_japanese = text_.find(" lang=\"ja\"") != text_.npos;
  if (japanese_depth_ > 0 || is_japanese) {
    japanese_depth_ += is_open ? 1 : 0;
    closes_japanese_ = !is_open;  // holds for this tag alone
  }
  if (!is_open) return;
  if (name == "svg" || svg_depth_ > 0) ++svg_depth_;
  if (is_plain(name)) plain_ = name;
}

void HtmlPieces::leave(std::string_view name) {
  if (japanese_depth_ > 0) {
    --japanese_depth_;
    closes_japanese_ = true;
  }
  if (svg_depth_ > 0) --svg_depth_;
  if (name == plain_) plain_ = {};
}

bool HtmlPieces::next() {
  closes_japanese_ = false;
  if (at_ >= html_.size()) return false;
  const std::size_t begin = at_;
  const std::size_t tag =
      plain_.empty() ? html_.find('<', at_) : html_.find("</" + std::string(plain_), at_);
  is_tag_ = tag == begin;
  if (!is_tag_) {
    at_ = std::min(tag, html_.size());
    text_ = html_.substr(begin, at_ - begin);
    return true;
  }
  at_ = html_.substr(begin).starts_with("<!--")
            ? std::min(html_.find("-->", begin), html_.size() - 3) + 3
            : tag_end(html_, begin);
  text_ = html_.substr(begin, at_ - begin);
  if (text_.starts_with("<!--")) return true;
  if (text_.starts_with("</"))
    leave(element_of(text_));
  else
    enter(element_of(text_));
  return true;
}

}  // namespace yokoten
