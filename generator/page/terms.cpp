#include "page/terms.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/html_pieces.h"
#include "base/html_text.h"

namespace yokoten {
namespace {

constexpr std::array<std::string_view, 26> closed_elements = {
    "a",          "h1",       "h2",     "h3",      "h4",     "h5",    "h6",    "svg",     "button",
    "summary",    "form",     "table",  "details", "dt",     "nav",   "ruby",  "pre",     "code",
    "figcaption", "textarea", "select", "label",   "script", "style", "title", "template"};

enum class Script { kanji, katakana, latin, other };

Script script_of(std::string_view letter) {
  if (letter.empty()) return Script::other;
  const auto byte = static_cast<unsigned char>(letter.front());
  const bool digit = byte >= '0' && byte <= '9';
  if (byte < 0x80)
    return digit || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') ? Script::latin : Script::other;
  if (letter == "ー" || (letter >= "ァ" && letter <= "ヺ")) return Script::katakana;
  if (letter == "々" || (letter >= "㐀" && letter <= "鿿")) return Script::kanji;
  return Script::other;
}

std::size_t letter_bytes(unsigned char first) {
  return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

std::string_view letter_at(std::string_view text, std::size_t at) {
  return at < text.size() ? text.substr(at, letter_bytes(static_cast<unsigned char>(text[at])))
                          : std::string_view();
}

std::string_view letter_before(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && (static_cast<unsigned char>(text[--begin]) & 0xc0U) == 0x80U) {
  }
  return text.substr(begin, at - begin);
}

// Whether a word goes on over the place: letters of one script on both sides.
bool is_inside_word(std::string_view text, std::size_t at) {
  const Script before = script_of(letter_before(text, at));
  return before != Script::other && before == script_of(letter_at(text, at));
}

// The two bytes that tell most of the letters that begin here: the last ones of kana and kanji,
// which share their first.
std::uint16_t begin_at(std::string_view text, std::size_t at) {
  const bool is_wide = static_cast<unsigned char>(text[at]) >= 0xe0 && at + 2 < text.size();
  const std::size_t from = is_wide ? at + 1 : at;
  return static_cast<std::uint16_t>((static_cast<unsigned char>(text[from]) << 8U) |
                                    static_cast<unsigned char>(text[from + 1]));
}

/// Of each first letter those of the closed elements: most tags of a page are others.
std::array<std::vector<std::string_view>, 256> by_first_letter() {
  std::array<std::vector<std::string_view>, 256> all;
  for (const std::string_view each : closed_elements)
    all[static_cast<unsigned char>(each.front())].push_back(each);
  return all;
}

bool is_closed(std::string_view element) {
  static const auto all = by_first_letter();
  if (element.empty()) return false;
  const auto& alike = all[static_cast<unsigned char>(element.front())];
  return std::find(alike.begin(), alike.end(), element) != alike.end();
}

}  // namespace

Terms::Terms(const std::vector<GlossaryTerm>& glossary) {
  const auto add = [&](const std::string& word, const GlossaryTerm& term) {
    if (word.size() < 2) return;
    std::uint16_t& group = groups_[begin_at(word, 0)];
    if (group == 0) {
      spellings_.emplace_back();
      group = static_cast<std::uint16_t>(spellings_.size());
    }
    spellings_[group - 1U].push_back({html_text(word), &term});
  };
  for (const GlossaryTerm& term : glossary) {
    if (!term.marked) continue;
    add(term.name, term);
    for (const std::string& word : term.also) add(word, term);
  }
  for (auto& alike : spellings_)
    std::stable_sort(alike.begin(), alike.end(),
                     [](const auto& a, const auto& b) { return a.html.size() > b.html.size(); });
}

std::size_t Terms::next_stop(std::string_view html, std::size_t at) const {
  while (at + 1 < html.size() && html[at] != '<' && groups_[begin_at(html, at)] == 0)
    at += letter_bytes(static_cast<unsigned char>(html[at]));
  return at + 1 < html.size() ? at : html.size();
}

const Terms::Spelling* Terms::spelling_at(std::string_view html, std::size_t at) const {
  const std::uint16_t group = groups_[begin_at(html, at)];
  for (const Spelling& each : spellings_[group - 1U])
    if (html.substr(at).starts_with(each.html) && !is_inside_word(html, at) &&
        !is_inside_word(html, at + each.html.size()))
      return &each;
  return nullptr;
}

std::string Terms::marked(std::string html, std::vector<const GlossaryTerm*>& found) const {
  std::string out;
  std::size_t copied = 0;
  constexpr std::size_t room_for_links = 2048;
  int closed = 0;  // how many elements are open in which nothing is marked
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] == '<') {
      const std::size_t end = html.find('>', at);
      if (end == std::string::npos) break;
      const std::string_view tag = std::string_view(html).substr(at, end + 1 - at);
      at = end + 1;
      const std::string_view element = element_of(tag);
      if (!is_closed(element)) continue;
      closed += tag[1] == '/' ? -1 : 1;
      if (closed == 1 && tag[1] != '/') at = end_of_element(html, at, element);
      continue;
    }
    if (closed != 0) {
      at = std::min(html.find('<', at), html.size());
      continue;
    }
    at = next_stop(html, at);
    if (at == html.size() || html[at] == '<') continue;
    const Spelling* spelling = spelling_at(html, at);
    if (spelling == nullptr) {
      at += letter_bytes(static_cast<unsigned char>(html[at]));
      continue;
    }
    const std::size_t end = at + spelling->html.size();
    if (std::find(found.begin(), found.end(), spelling->term) == found.end()) {
      found.push_back(spelling->term);
      if (copied == 0) out.reserve(html.size() + room_for_links);
      out.append(html, copied, at - copied);
      out += fmt::format("<a class=\"term\" href=\"#term-{}\">{}</a>", spelling->term->id,
                         spelling->html);
      copied = end;
    }
    at = end;
  }
  if (copied == 0) return html;
  out.append(html, copied);
  return out;
}

}  // namespace yokoten
