#include "base/html_pieces.h"

#include <algorithm>
#include <cstring>
#include <string>

namespace yokoten {
namespace {

bool is_among(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Elements that never have an end tag. Most others begin with other letters.
bool is_void(std::string_view name) {
  if (name.empty() || std::string_view("!abchilmsw").find(name.front()) == name.npos) return false;
  return is_among(name, {"area", "base", "br", "col", "hr", "img", "input", "link", "meta",
                         "source", "wbr", "!DOCTYPE", "!doctype"});
}

bool is_plain(std::string_view name) {
  return is_among(name, {"title", "desc", "option", "textarea", "script", "style"});
}

// Whether an element of that beginning may be a drawing, or one of is_plain().
bool may_be_noted(char first, char second) {
  switch (first) {
    case 's':
      return second == 'v' || second == 'c' || second == 't';
    case 't':
      return second == 'i' || second == 'e';
    case 'd':
      return second == 'e';
    default:
      return first == 'o' && second == 'p';
  }
}

// Whether a tag opens something in which texts are other ones, or is none.
bool is_noted(std::string_view tag) {
  if (tag.size() < 3 || tag[1] == '!') return true;
  if (!may_be_noted(tag[1], tag[2])) return false;
  const std::string_view name = element_of(tag);
  return name == "svg" || is_plain(name);
}

// find_first_of() asks a function of the library for every letter.
bool ends_name(char letter) {
  return letter == ' ' || letter == '>' || letter == '/' || letter == '\n' || letter == '\t';
}

// The end of the tag that begins at `at`: a `>` outside of quotation marks.
std::size_t tag_end(std::string_view html, std::size_t at) {
  for (; at < html.size(); ++at) {
    if (html[at] == '>') return at + 1;
    if (html[at] == '"' || html[at] == '\'')
      at = std::min(html.find(html[at], at + 1), html.size() - 1);
  }
  return html.size();
}

bool is_end(std::string_view tag) { return tag.size() > 1 && tag[1] == '/'; }

bool is_comment(std::string_view html, std::size_t at) {
  return html.size() > at + 1 && html[at + 1] == '!' && html.substr(at).starts_with("<!--");
}

// Where a tag says so next, behind the words for it. Their last letters are looked for first: few
// tags have a j.
std::size_t next_in_japanese(std::string_view html, std::size_t from) {
  constexpr std::string_view before = " lang=\"", said = "ja\"";
  std::size_t at = html.find(said, from);
  while (at != html.npos && !html.substr(0, at).ends_with(before)) at = html.find(said, at + 1);
  return at;
}

bool is_in_japanese(std::string_view tag) { return next_in_japanese(tag, 0) != tag.npos; }

}  // namespace

// Drawings and tables have many tags, and others of their name in them.
std::size_t end_of_element(std::string_view html, std::size_t at, std::string_view name) {
  int open = 1;
  for (std::size_t tag = html.find('<', at); tag != html.npos; tag = html.find('<', tag + 1)) {
    const bool closes = is_end(html.substr(tag));
    const std::size_t begin = tag + (closes ? 2 : 1);
    if (begin >= html.size() || html[begin] != name.front()) continue;
    if (element_of(html.substr(tag)) != name) continue;
    open += closes ? -1 : 1;
    if (open == 0) return tag;
  }
  return at;
}

std::size_t find_words(std::string_view html, std::string_view words, std::size_t from) {
  const std::string_view rest = html.substr(std::min(from, html.size()));
  const auto* at =
      static_cast<const char*>(::memmem(rest.data(), rest.size(), words.data(), words.size()));
  return at == nullptr ? html.npos : static_cast<std::size_t>(at - html.data());
}

std::string_view element_of(std::string_view tag) {
  const std::size_t begin = is_end(tag) ? 2 : 1;
  std::size_t end = begin;
  while (end < tag.size() && !ends_name(tag[end])) ++end;
  return tag.substr(begin, end - begin);
}

void HtmlPieces::enter(std::string_view name) {
  const bool is_open = !text_.ends_with("/>") && !is_void(name);
  const bool is_japanese = is_in_japanese(text_);
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

void HtmlPieces::pass_over_drawing(std::size_t before) {
  if (svg_depth_ != 1 || !is_tag_ || element_of(text_) != "svg") return;
  if (const std::size_t end = end_of_element(html_, at_, "svg"); end < before) at_ = end;
}

std::size_t HtmlPieces::next_lang() {
  if (lang_ < at_ || lang_ == 0) lang_ = next_in_japanese(html_, at_);
  return lang_;
}

// Tags that open nothing of which is noted that it is open. A comment and a `<` in the value of an
// attribute are left to next().
void HtmlPieces::pass_over_tags(std::size_t before) {
  if (!plain_.empty() || svg_depth_ > 0 || japanese_depth_ > 0) return;
  const std::size_t stop = std::min(before, next_lang());
  std::size_t tag = html_.find('<', at_);
  while (tag < stop) {
    at_ = tag;
    if (is_noted(html_.substr(tag))) return;
    const std::size_t end = html_.find('>', tag);
    tag = html_.find('<', tag + 1);
    if (tag < end) return;
  }
}

void HtmlPieces::pass_over(std::size_t before) {
  pass_over_drawing(before);
  pass_over_tags(before);
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
  const bool comment = is_comment(html_, begin);
  at_ = comment ? std::min(html_.find("-->", begin), html_.size() - 3) + 3 : tag_end(html_, begin);
  text_ = html_.substr(begin, at_ - begin);
  if (comment) return true;
  if (is_end(text_))
    leave(element_of(text_));
  else
    enter(element_of(text_));
  return true;
}

}  // namespace yokoten
