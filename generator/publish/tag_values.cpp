#include "publish/tag_values.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/html_text.h"
#include "base/text.h"

namespace yokoten {
namespace {

constexpr std::string_view blanks = " \t\r\n\f";

std::string unescaped(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, char>, 6> entities = {{{"&amp;", '&'},
                                                                                 {"&lt;", '<'},
                                                                                 {"&gt;", '>'},
                                                                                 {"&quot;", '"'},
                                                                                 {"&#39;", '\''},
                                                                                 {"&apos;", '\''}}};
  std::string out;
  while (!text.empty()) {
    const auto* at = std::find_if(entities.begin(), entities.end(),
                                  [&](const auto& each) { return text.starts_with(each.first); });
    out += at == entities.end() ? text.front() : at->second;
    text.remove_prefix(at == entities.end() ? 1 : at->first.size());
  }
  return out;
}

/// Copies a document, stopping at the values of its tags.
class Tags {
 public:
  Tags(std::string_view text, const ValueOf& value_of) : text_(text), value_of_(value_of) {}

  std::string run() {
    while (at_ < text_.size()) {
      copy_to(text_.find('<', at_));
      if (rest().starts_with("<!--"))
        copy_behind("-->");
      else if (rest().size() > 1 && is_letter(rest()[1]))
        copy_tag();
      else if (!rest().empty())
        copy_to(at_ + 1);
    }
    return std::move(out_);
  }

 private:
  static bool is_letter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
  }

  std::string_view rest() const { return text_.substr(at_); }

  void copy_to(std::size_t end) {
    end = std::min(end, text_.size());
    out_ += text_.substr(at_, end - at_);
    at_ = end;
  }

  void copy_behind(std::string_view mark) {
    const std::size_t end = text_.find(mark, at_);
    copy_to(end == std::string_view::npos ? end : end + mark.size());
  }

  void copy_tag() {
    const std::size_t begin = at_ + 1;
    copy_to(text_.find_first_of(" \t\r\n\f/>", begin));
    const std::string name = lower_ascii(text_.substr(begin, at_ - begin));
    while (at_ < text_.size() && text_[at_] != '>') copy_attribute();
    for (const char* each : {"script", "style", "textarea", "title"})
      if (name == each) copy_to(text_.find(std::string("</") + each, at_));
  }

  void copy_attribute() {
    copy_to(text_.find_first_not_of(" \t\r\n\f/", at_));
    const std::size_t begin = at_;
    copy_to(text_.find_first_of(" \t\r\n\f/>=", begin));
    const std::string name = lower_ascii(text_.substr(begin, at_ - begin));
    const std::size_t sign = text_.find_first_not_of(blanks, at_);
    if (sign == std::string_view::npos || text_[sign] != '=') {
      if (name.empty() && at_ < text_.size() && text_[at_] != '>') copy_to(at_ + 1);
      return;
    }
    copy_to(text_.find_first_not_of(blanks, sign + 1));
    copy_value(name);
  }

  void copy_value(const std::string& name) {
    const bool quoted = rest().starts_with('"') || rest().starts_with('\'');
    const char quote = quoted ? text_[at_] : ' ';
    if (quoted) copy_to(at_ + 1);
    const std::size_t end = std::min(
        quoted ? text_.find(quote, at_) : text_.find_first_of(" \t\r\n\f>", at_), text_.size());
    const std::string value = unescaped(text_.substr(at_, end - at_));
    const std::string other = value_of_(name, value);
    if (other == value) return copy_to(end);
    out_ += html_text(other);
    at_ = end;
  }

  std::string_view text_;
  const ValueOf& value_of_;
  std::string out_;
  std::size_t at_ = 0;
};

}  // namespace

std::string with_values(std::string_view text, const ValueOf& value_of) {
  return Tags(text, value_of).run();
}

}  // namespace yokoten
