#include "page/templates.h"

#include <fmt/format.h>

#include "base/html_text.h"
#include "model/report.h"

namespace yokoten {
namespace {

constexpr int deepest_partial = 8;  // a circle of partials ends here

std::string name_of(const std::string& path) {
  const std::size_t begin = path.rfind('/') + 1;
  return path.substr(begin, path.rfind('.') - begin);
}

Place place_of(const std::string& path, const std::string& text, std::size_t at) {
  int row = 1;
  for (std::size_t i = 0; i < at; ++i) row += text[i] == '\n';
  return {"templates/" + path, row, 1};
}

// The text between `open` and `}}`, and where it ends.
struct Tag {
  std::size_t begin, end;
  std::string inner;
};

bool next_tag(const std::string& text, const std::string& open, std::size_t from, Tag& tag) {
  tag.begin = text.find(open, from);
  if (tag.begin == std::string::npos) return false;
  tag.end = text.find("}}", tag.begin);
  if (tag.end == std::string::npos) return false;
  tag.inner = text.substr(tag.begin + open.size(), tag.end - tag.begin - open.size());
  while (!tag.inner.empty() && tag.inner.front() == ' ') tag.inner.erase(0, 1);
  while (!tag.inner.empty() && tag.inner.back() == ' ') tag.inner.pop_back();
  tag.end += 2;
  return true;
}

std::string with_words(const std::string& path, std::string text,
                       const std::map<std::string, std::string>& words, Findings& findings) {
  Tag tag;
  for (std::size_t from = 0; next_tag(text, "{{words.", from, tag);) {
    const auto word = words.find(tag.inner);
    if (word == words.end()) {
      report_error(findings, place_of(path, text, tag.begin), "template.word",
                   {fmt::format("templates/words に {} がありません", tag.inner),
                    fmt::format("templates/words has no {}", tag.inner)});
      return text;
    }
    const std::string put = html_text(word->second);
    text.replace(tag.begin, tag.end - tag.begin, put);
    from = tag.begin + put.size();
  }
  return text;
}

}  // namespace

std::string TemplateTexts::expanded(const std::string& path,
                                    const std::map<std::string, std::string>& files, int depth,
                                    Findings& findings) const {
  std::string text = files.at(path);
  Tag tag;
  for (std::size_t from = 0; next_tag(text, "{{>", from, tag);) {
    const std::string wanted =
        (tag.inner.find('/') == std::string::npos ? "partials/" : "") + tag.inner + ".html";
    if (!files.contains(wanted) || depth >= deepest_partial) {
      report_error(findings, place_of(path, text, tag.begin), "template.partial",
                   {fmt::format("部品 {} がないか、入れ子が深すぎます", tag.inner),
                    fmt::format("partial {} is missing or nested too deeply", tag.inner)});
      return text;
    }
    const std::string put = expanded(wanted, files, depth + 1, findings);
    text.replace(tag.begin, tag.end - tag.begin, put);
    from = tag.begin + put.size();
  }
  return text;
}

TemplateTexts::TemplateTexts(const std::map<std::string, std::string>& files,
                             const std::map<std::string, std::string>& words, Findings& findings) {
  for (const auto& [path, bytes] : files) {
    if (!path.ends_with(".html")) continue;
    std::string text = with_words(path, expanded(path, files, 0, findings), words, findings);
    const kainjow::mustache::mustache probe(text);
    if (!probe.is_valid())
      report_error(findings, {"templates/" + path, 1, 1}, "template.syntax",
                   {"ひな形を読めません: " + probe.error_message(),
                    "can't read the template: " + probe.error_message()});
    texts_[name_of(path)] = std::move(text);
  }
}

Templates::Templates(const TemplateTexts& texts) {
  for (const auto& [name, text] : texts.texts()) {
    const auto [at, added] = compiled_.emplace(name, kainjow::mustache::mustache(text));
    at->second.set_custom_escape([](const std::string& raw) { return html_text(raw); });
  }
}

std::string Templates::filled(const std::string& name, const View& view) {
  std::string out;
  compiled_.at(name).render(view.data(), [&out](const std::string& part) { out += part; });
  return out;
}

}  // namespace yokoten
