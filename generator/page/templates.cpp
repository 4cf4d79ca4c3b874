#include "page/templates.h"

#include <fmt/format.h>

#include "base/html_text.h"
#include "model/report.h"

namespace yokoten {
namespace {

std::string name_of(const std::string& path) {
  const std::size_t begin = path.rfind('/') + 1;
  return path.substr(begin, path.rfind('.') - begin);
}

Place place_of(const std::string& path, const std::string& text, std::size_t at) {
  int row = 1;
  for (std::size_t i = 0; i < at; ++i) row += text[i] == '\n';
  return {"templates/" + path, row, 1};
}

// Where partials were put in, lines of the whole are not those of the file.
Place place_in(const std::string& path, const std::string& file, const std::string& whole,
               std::size_t at) {
  if (file.find("{{>") != std::string::npos) return {"templates/" + path, 1, 1};
  return place_of(path, whole, at);
}

// The text between `open` and `}}`, and where it ends.
struct InnerTag {
  std::size_t begin, end;
  std::string inner;
};

bool next_tag(const std::string& text, const std::string& open, std::size_t from, InnerTag& tag) {
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
  InnerTag tag;
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
  InnerTag tag;
  for (std::size_t from = 0; next_tag(text, "{{>", from, tag);) {
    const std::string wanted =
        (tag.inner.find('/') == std::string::npos ? "partials/" : "") + tag.inner + ".html";
    if (!files.contains(wanted) || depth >= kDeepestPartial) {
      report_error(findings, place_of(path, text, tag.begin), "template.partial",
                   {fmt::format("部品 {} がないか、入れ子が深すぎます", tag.inner),
                    fmt::format("partial {} is missing or nested too deeply", tag.inner)});
      return text.erase(tag.begin, tag.end - tag.begin);
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
    TemplateProgram program(text);
    if (const auto& problem = program.problem())
      report_error(findings, place_in(path, files.at(path), text, problem->at), "template.syntax",
                   {fmt::format("ひな形の {{{{{}}}}} が正しくありません（閉じていない、名前がない、"
                                "知らない書き方）",
                                problem->tag),
                    fmt::format("{{{{{}}}}} can't stand here: it is not closed, has no name or is "
                                "of a kind that templates don't have",
                                problem->tag)});
    programs_.insert_or_assign(name_of(path), std::move(program));
  }
}

}  // namespace yokoten
