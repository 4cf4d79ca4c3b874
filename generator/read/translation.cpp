#include "read/translation.h"

#include <fmt/format.h>

#include "base/editors_own.h"
#include "base/japanese_marks.h"
#include "model/report.h"
#include "model/toml_reader.h"
#include "read/translated_placeholders.h"

namespace yokoten {
namespace {

constexpr const char* singular_table = "singular";

// A text without words in the other language would leave a hole in the page; Japanese in it would
// be found on the pages that show it, which are many.
TranslatedText translated_text(const TomlNode& node, Findings& findings) {
  if (node.text.find_first_not_of(" \t\r\n") == std::string::npos)
    report_error(findings, node.place, "translation.missing",
                 {fmt::format("{} の訳が空です", node.key),
                  fmt::format("the translation of {} is empty", node.key)});
  if (has_japanese(node.text))
    report_error(
        findings, node.place, "translation.left",
        {fmt::format("{} の訳に日本語の文字（全角の記号や空白も）が残っています", node.key),
         fmt::format("the translation of {} holds Japanese letters, or full-width signs or blanks",
                     node.key)});
  report_lost_placeholders(node.key, node.text, node.place, findings);
  return {node.text, node.place};
}

Translation::Texts texts_of(const TomlNode& table, Findings& findings) {
  Translation::Texts texts;
  for (const TomlNode& node : table.children)
    if (node.kind == TomlNode::Kind::text)
      texts[node.key] = translated_text(node, findings);
    else
      report_type(findings, node, {"文字列", "a text"});
  return texts;
}

}  // namespace

void report_unread_translations(Disk& disk, const std::string& folder, const std::string& language,
                                Findings& findings) {
  const std::string own = folder + "/translations";
  for (const std::string& file : disk.files(own)) {
    const bool is_translation = file.ends_with(".toml") && !lies_in_editors_own(file);
    if (!is_translation || file == language + ".toml") continue;
    report_warning(findings, {own + '/' + file, 0, 0}, "publication.file",
                   {"language にない言語の訳なので読まれません",
                    "this translation is not of a language that `language` names; it is not read"});
  }
}

Translation read_translation(Disk& disk, const std::string& folder, const std::string& language,
                             Findings& findings) {
  Translation made;
  made.language = language;
  made.file = folder + "/translations/" + language + ".toml";
  const auto bytes = disk.read(made.file);
  if (!bytes) {
    report_error(findings, {made.file, 0, 0}, "translation.file",
                 {"publication.toml の language にこの言語があるので、訳のファイルが要ります",
                  "publication.toml names this language; its file of translations is not there"});
    return made;
  }
  const auto root = parse_toml(*bytes, made.file, findings);
  if (!root) return made;
  for (const TomlNode& node : root->children) {
    if (node.kind == TomlNode::Kind::text)
      made.texts[node.key] = translated_text(node, findings);
    else if (node.kind == TomlNode::Kind::table && node.key == singular_table)
      for (const auto& [unit, one] : texts_of(node, findings)) made.singulars[unit] = one.text;
    else if (node.kind == TomlNode::Kind::table)
      made.files[node.key] = texts_of(node, findings);
    else
      report_type(findings, node, {"文字列", "a text"});
  }
  return made;
}

}  // namespace yokoten
