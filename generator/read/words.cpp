#include "read/words.h"

#include <fmt/format.h>

#include "model/report.h"
#include "model/toml_reader.h"
#include "model/words.h"

namespace yokoten {
namespace {

void check_places(const std::string& text, const Place& place, Findings& findings) {
  if (word_places(text).is_sound) return;
  report_error(findings, place, "words.values",
               {"値の入る所は {}、{1}、{1|単数|複数} のどれかで、{} と番号は混ぜられません",
                "a value goes into {}, {1} or {1|one|many}; {} and numbers don't mix"});
}

void check_against(const std::string& key, const std::string& text, const Words& own,
                   const Place& place, Findings& findings) {
  const auto at = own.find(key);
  if (at == own.end()) {
    std::vector<std::string> known;
    for (const auto& [name, word] : own) known.push_back(name);
    return report_error(
        findings, place, "words.unknown",
        with_nearest({fmt::format("{} という語は日本語の語のファイルにありません", key),
                      fmt::format("the Japanese words have no {}", key)},
                     key, known));
  }
  const int most = word_places(at->second).most, taken = word_places(text).most;
  if (taken > most)
    report_error(findings, place, "words.values",
                 {fmt::format("値は {} 個までです（日本語: {}）", most, at->second),
                  fmt::format("there are {} values only (Japanese: {})", most, at->second)});
}

Words read_file(Disk& disk, const std::string& path, const Words* own, Findings& findings) {
  Words words;
  const auto bytes = disk.read(path);
  if (!bytes) {
    report_error(findings, {path, 0, 0}, "words.missing",
                 {"語のファイルがありません", "the file of words is not there"});
    return words;
  }
  const auto root = parse_toml(*bytes, path, findings);
  if (!root) return words;
  TomlReader tables(*root, findings);
  for (const TomlNode& table : root->children)
    for (const auto& [key, text] : tables.pairs(table.key)) {
      const std::string name = table.key + '.' + key;
      const TomlNode* node = table.find(key);
      const Place& place = node == nullptr ? table.place : node->place;
      check_places(text, place, findings);
      if (own != nullptr) check_against(name, text, *own, place, findings);
      words[name] = text;
    }
  return words;
}

// What {{words.TABLE.KEY}} of the publication's own templates asks for may be new.
void add_asked(Disk& disk, const std::string& templates, Words& known) {
  constexpr std::string_view open = "{{words.", close = "}}";
  for (const std::string& name : disk.files(templates)) {
    if (!name.ends_with(".html")) continue;
    const std::string text = disk.read(templates + '/' + name).value_or(std::string());
    for (std::size_t at = 0; (at = text.find(open, at)) != std::string::npos;) {
      at += open.size();
      const std::size_t end = text.find(close, at);
      if (end != std::string::npos) known.try_emplace(text.substr(at, end - at));
    }
  }
}

}  // namespace

Words read_words(Disk& disk, const std::string& path, Findings& findings) {
  return read_file(disk, path, nullptr, findings);
}

Words read_other_words(Disk& disk, const std::string& path, const Words& own, Findings& findings) {
  return read_file(disk, path, &own, findings);
}

void read_own_words(Disk& disk, const std::string& templates, Words& words, Findings& findings) {
  const std::string path = templates + "/words/ja.toml";
  if (!disk.exists(path)) return;
  Words known = words;
  add_asked(disk, templates, known);
  for (auto& [key, word] : read_file(disk, path, &known, findings)) words[key] = std::move(word);
}

void report_missing_words(const Words& own, const Words& words, const std::string& path,
                          Findings& findings) {
  for (const auto& [key, text] : own)
    if (!words.contains(key))
      report_error(findings, {path, 0, 0}, "words.missing",
                   {fmt::format("{} がありません（日本語: {}）", key, text),
                    fmt::format("{} is missing (Japanese: {})", key, text)});
}

}  // namespace yokoten
