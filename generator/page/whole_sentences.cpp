#include "page/whole_sentences.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace yokoten {
namespace {

/// A text with its placeholders filled, and where in it they stood.
struct FilledText {
  struct Span {
    std::size_t begin = 0, end = 0;
  };
  std::string all;
  std::vector<Span> words;          ///< of placeholders: what stands in them ends no sentence
  std::vector<std::size_t> silent;  ///< where one that is needed has nothing to say
};

FilledText filled_text(const Text& text, const std::function<std::string(const Placeholder&)>& fill,
                       const std::function<bool(const Placeholder&)>& is_needed) {
  FilledText made;
  for (const Text::Part& part : text.parts) {
    if (!part.is_placeholder) {
      made.all += part.literal;
      continue;
    }
    const std::string words = fill(part.placeholder);
    if (words.empty() && is_needed(part.placeholder)) made.silent.push_back(made.all.size());
    if (!words.empty()) made.words.push_back({made.all.size(), made.all.size() + words.size()});
    made.all += words;
  }
  return made;
}

std::string_view tag_name(std::string_view tag) {
  tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
  return tag.substr(0, tag.find_first_of(" />\n"));
}

// What ends a sentence by its begin or end, since it is no part of a line.
bool is_block_tag(std::string_view tag) {
  constexpr std::array<std::string_view, 17> names = {
      "p",  "li", "ul",    "ol",    "h3",    "h4",  "h5",         "h6", "td",
      "th", "tr", "table", "thead", "tbody", "div", "blockquote", "hr"};
  return std::find(names.begin(), names.end(), tag_name(tag)) != names.end();
}

// "No. 12" is one sentence.
bool is_abbreviated(std::string_view before) {
  const std::size_t begin = before.find_last_of(" (>\n");
  if (begin != std::string_view::npos) before.remove_prefix(begin + 1);
  constexpr std::array<std::string_view, 11> words = {"No", "no",  "Nos", "nos",    "Vol", "p",
                                                      "pp", "e.g", "i.e", "approx", "vs"};
  return std::find(words.begin(), words.end(), before) != words.end();
}

// How long the stop at the place is, with what closes and separates behind it; 0 where there is
// none. What is quoted with its stop goes on behind it.
std::size_t stop_length(std::string_view all, std::size_t at) {
  constexpr std::array<std::string_view, 3> wide = {"。", "！", "？"};
  const std::string_view rest = all.substr(at);
  for (const std::string_view stop : wide) {
    if (!rest.starts_with(stop)) continue;
    const std::string_view behind = rest.substr(stop.size());
    if (behind.starts_with("」") || behind.starts_with("』")) return 0;
    return stop.size() + (behind.starts_with("）") ? std::string_view("）").size() : 0);
  }
  if (rest.find_first_of(".!?") != 0) return 0;
  std::size_t length = 1;
  while (length < rest.size() && rest[length] == ')') ++length;
  const bool ends = length == rest.size() || rest[length] == '<';
  if (!ends && rest[length] != ' ' && rest[length] != '\n') return 0;
  if (rest.front() == '.' && is_abbreviated(all.substr(0, at))) return 0;
  while (length < rest.size() && (rest[length] == ' ' || rest[length] == '\n')) ++length;
  return length;
}

/// A part of a text, and whether a stop ends it.
struct Sentence {
  std::size_t begin = 0, end = 0;
  bool ended = false;
};

/// Takes a filled text apart.
class SentenceCutter {
 public:
  explicit SentenceCutter(const FilledText& text) : text_(text), all_(text.all) {}

  std::vector<Sentence> cut() {
    while (at_ < all_.size()) step();
    end_at(all_.size(), false);
    return std::move(cut_);
  }

 private:
  void step() {
    if (all_[at_] == '<') return pass_tag();
    while (next_ < text_.words.size() && text_.words[next_].end <= at_) ++next_;
    if (next_ < text_.words.size() && text_.words[next_].begin <= at_) return pass_words();
    const std::size_t stop = stop_length(all_, at_);
    if (stop > 0) return end_at(at_ + stop, true);
    ++at_;
  }

  void pass_tag() {
    const std::size_t end = std::min(all_.find('>', at_), all_.size() - 1) + 1;
    const bool block = is_block_tag(all_.substr(at_, end - at_));
    if (block) end_at(at_, false);
    at_ = end;
    if (block) end_at(end, false);
  }

  // Only words that are whole sentences end one.
  void pass_words() {
    at_ = text_.words[next_].end;
    const bool wide = all_.substr(0, at_).ends_with("。");
    const std::size_t stop = wide || all_[at_ - 1] != '.' ? 0 : stop_length(all_, at_ - 1);
    if (wide || stop > 0) end_at(wide ? at_ : at_ - 1 + stop, true);
  }

  void end_at(std::size_t end, bool ended) {
    if (end > begin_) cut_.push_back({begin_, end, ended});
    begin_ = at_ = end;
  }

  const FilledText& text_;
  std::string_view all_;
  std::size_t at_ = 0, begin_ = 0, next_ = 0;
  std::vector<Sentence> cut_;
};

// The tags of a sentence whose other half stands outside of it.
std::string open_tags(std::string_view sentence) {
  std::string closing;
  std::vector<std::string_view> opening;
  for (std::size_t at = sentence.find('<'); at != std::string_view::npos;
       at = sentence.find('<', at + 1)) {
    const std::string_view tag = sentence.substr(at, sentence.find('>', at) + 1 - at);
    if (!tag.starts_with("</"))
      opening.push_back(tag);
    else if (opening.empty())
      closing += tag;
    else
      opening.pop_back();
  }
  std::erase_if(opening, [](std::string_view tag) {
    return tag_name(tag) == "br" || tag_name(tag) == "wbr";
  });
  for (const std::string_view tag : opening) closing += tag;
  return closing;
}

}  // namespace

std::string whole_sentences(const Text& text,
                            const std::function<std::string(const Placeholder&)>& fill,
                            const std::function<bool(const Placeholder&)>& is_needed,
                            Unended unended) {
  FilledText made = filled_text(text, fill, is_needed);
  if (made.silent.empty()) return std::move(made.all);
  const auto is_silent = [&](const Sentence& sentence) {
    return std::any_of(made.silent.begin(), made.silent.end(), [&](std::size_t at) {
      // At the very end of the text it stands in the last sentence where that has no stop.
      return at >= sentence.begin && (at < sentence.end || (at == sentence.end && !sentence.ended &&
                                                            at == made.all.size()));
    });
  };
  std::string out;
  for (const Sentence& sentence : SentenceCutter(made).cut()) {
    const std::string_view words =
        std::string_view(made.all).substr(sentence.begin, sentence.end - sentence.begin);
    const bool kept = !sentence.ended && unended == Unended::kept;
    if (kept || !is_silent(sentence))
      out += words;
    else
      out += open_tags(words);
  }
  out.erase(out.find_last_not_of(' ') + 1);
  constexpr std::string_view nothing = "<p></p>\n";
  for (std::size_t at = 0; (at = out.find(nothing, at)) != std::string::npos;)
    out.erase(at, nothing.size());
  return out;
}

}  // namespace yokoten
