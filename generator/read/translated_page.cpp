#include "read/translated_page.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>

#include "base/japanese_marks.h"
#include "base/json_text.h"
#include "model/front_problem.h"
#include "model/report.h"
#include "read/translated_placeholders.h"

namespace yokoten {
namespace {

// Keys of the front matter that say what a page is, by words of the program or of the publication's
// files; they have no language.
bool is_structure(const std::string& key) {
  constexpr std::array<std::string_view, 24> keys = {
      "each",       "order",  "area",      "areas",        "services", "size",
      "technology", "themes", "status",    "indicator",    "part",     "from",
      "to",         "period", "programme", "service",      "path",     "taken",
      "before",     "after",  "terminals", "terminal_yen", "yen",      "url"};
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// Puts the texts of one front matter into the other, and writes it.
class FrontMerger {
 public:
  FrontMerger(const PageText& page, const PageText& own, Findings& findings)
      : page_(page), own_(own), findings_(findings) {}

  // JSON, which is YAML too: what was in quotation marks stays so.
  std::string merged(const YAML::Node& page, const YAML::Node& own, const std::string& key) {
    if (page.IsMap()) return merged_map(page, own);
    if (page.IsSequence()) return merged_list(page, own, key);
    const std::string text = page.as<std::string>("");
    if (own && own.IsScalar()) return kept(text, own);
    if (!is_structure(key) && has_japanese(text)) missing(page, key, text);
    return page.Tag() == "!" || !is_plain(text) ? json_text(text) : text;
  }

 private:
  static bool is_plain(const std::string& text) {
    return !text.empty() && text.find_first_not_of("0123456789.,-+truefalse") == text.npos;
  }

  std::string kept(const std::string& text, const YAML::Node& own) {
    const auto translation = own.as<std::string>("");
    report_lost_placeholders(text, translation, place(own_, own), findings_);
    return json_text(translation);
  }

  Place place(const PageText& page, const YAML::Node& node) const {
    return place_in_front(page, node.Mark().line, node.Mark().column);
  }

  void missing(const YAML::Node& node, const std::string& key, const std::string& text) {
    report_error(findings_, place(page_, node), "translation.missing",
                 {fmt::format("{} の前書きに {} の訳がありません（{}）", own_.file, key, text),
                  fmt::format("the front matter of {} has no translation of {} ({})", own_.file,
                              key, text)});
  }

  void refuse(const YAML::Node& node, const std::string& key) {
    report_error(findings_, place(own_, node), "translation.front",
                 {fmt::format("{} は訳す所ではないか、{} にありません", key, page_.file),
                  fmt::format("{} is nothing to translate, or {} has none", key, page_.file)});
  }

  std::string merged_map(const YAML::Node& page, const YAML::Node& own) {
    const bool has_own = own && own.IsMap();
    std::string out;
    for (const auto& entry : page) {
      const auto key = entry.first.as<std::string>("");
      const YAML::Node mine = has_own && !is_structure(key) ? own[key] : YAML::Node();
      out += (out.empty() ? "" : ", ") + json_text(key) + ": " +
             (is_structure(key) ? written(entry.second) : merged(entry.second, mine, key));
    }
    if (has_own)
      for (const auto& entry : own) {
        const auto key = entry.first.as<std::string>("");
        if (is_structure(key) || !page[key]) refuse(entry.first, key);
      }
    return '{' + out + '}';
  }

  std::string merged_list(const YAML::Node& page, const YAML::Node& own, const std::string& key) {
    const bool has_own = own && own.IsSequence();
    std::string out;
    for (std::size_t at = 0; at < page.size(); ++at)
      out += (out.empty() ? "" : ", ") +
             merged(page[at], has_own && at < own.size() ? own[at] : YAML::Node(), key);
    if (has_own && own.size() > page.size()) refuse(own[page.size()], key);
    return '[' + out + ']';
  }

  // As it is.
  std::string written(const YAML::Node& node) {
    std::string out;
    if (node.IsMap()) {
      for (const auto& entry : node)
        out += (out.empty() ? "" : ", ") + json_text(entry.first.as<std::string>("")) + ": " +
               written(entry.second);
      return '{' + out + '}';
    }
    if (node.IsSequence()) {
      for (const auto& item : node) out += (out.empty() ? "" : ", ") + written(item);
      return '[' + out + ']';
    }
    const auto text = node.as<std::string>("");
    return node.Tag() == "!" || !is_plain(text) ? json_text(text) : text;
  }

  const PageText& page_;
  const PageText& own_;
  Findings& findings_;
};

}  // namespace

PageText translated_page(const PageText& page, const PageText& own, Findings& findings) {
  PageText made = own;
  made.path = page.path;
  made.is_case = page.is_case;
  made.is_project = page.is_project;
  report_lost_placeholders(page, own, findings);
  try {
    const YAML::Node front = YAML::Load(page.front), texts = YAML::Load(own.front);
    if (front.IsMap())
      made.front = FrontMerger(page, own, findings).merged(front, texts, {}) + '\n';
  } catch (const YAML::Exception& problem) {
    report_error(findings, place_in_front(own, problem.mark.line, problem.mark.column),
                 "front.form", front_problem(problem.msg));
  }
  return made;
}

}  // namespace yokoten
