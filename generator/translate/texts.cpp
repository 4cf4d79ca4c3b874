#include "translate/texts.h"

#include <fmt/format.h>

#include "base/japanese_marks.h"
#include "base/json_text.h"
#include "model/report.h"
#include "model/toml_node.h"

namespace yokoten {
namespace {

// The first place of the text among the values of a TOML file.
const TomlNode* node_with(const TomlNode& node, const std::string& text) {
  if (node.kind == TomlNode::Kind::text && node.text == text) return &node;
  for (const TomlNode& child : node.children)
    if (const TomlNode* found = node_with(child, text)) return found;
  return nullptr;
}

}  // namespace

const TranslatedText* Texts::find(const std::string& text, const std::string& file) {
  const auto own = translation_.files.find(file);
  if (own != translation_.files.end())
    if (const auto at = own->second.find(text); at != own->second.end()) return &at->second;
  const auto at = translation_.texts.find(text);
  return at == translation_.texts.end() ? nullptr : &at->second;
}

std::string Texts::of(const std::string& text, const std::string& file) {
  if (const TranslatedText* found = find(text, file)) {
    used_.insert(found);
    return found->text;
  }
  if (has_japanese(text) && missing_.emplace(file, text).second) report_missing(text, file);
  return text;
}

std::string Texts::printed(const std::string& text, const std::string& table,
                           const std::string& file) {
  const TranslatedText* found = find(text, table);
  if (found == nullptr) return of(text, file);
  used_.insert(found);
  return found->text;
}

Place Texts::place_of(const std::string& text, const std::string& file) {
  const std::string path = folder_ + '/' + file;
  Findings ignored;  // the file was read before
  if (const auto bytes = disk_.read(path); bytes && file.ends_with(".toml"))
    if (const auto root = parse_toml(*bytes, path, ignored))
      if (const TomlNode* node = node_with(*root, text)) return node->place;
  return {path, 0, 0};
}

Place Texts::place_said(const std::string& text, const std::string& file) {
  const TranslatedText* found = find(text, file);
  return found == nullptr ? place_of(text, file) : found->place;
}

void Texts::report_missing(const std::string& text, const std::string& file) {
  report_error(findings_, place_of(text, file), "translation.missing",
               {fmt::format("訳がありません。{} に {} = \"…\" と書いてください", translation_.file,
                            json_text(text)),
                fmt::format("there is no translation; write {} = \"…\" into {}", json_text(text),
                            translation_.file)});
}

void Texts::report_unused() {
  const auto report = [&](const Translation::Texts& texts) {
    for (const auto& [japanese, text] : texts)
      if (!used_.contains(&text))
        report_warning(findings_, text.place, "translation.unused",
                       {fmt::format("この訳は使われていません（{}）", japanese),
                        fmt::format("nothing uses this translation ({})", japanese)});
  };
  report(translation_.texts);
  for (const auto& [file, texts] : translation_.files)
    if (!file.starts_with("raw/")) report(texts);
}

}  // namespace yokoten
