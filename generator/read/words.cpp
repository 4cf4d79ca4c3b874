#include "read/words.h"

#include "model/report.h"
#include "model/toml_reader.h"

namespace yokoten {

std::map<std::string, std::string> read_words(Disk& disk, const std::string& path,
                                              Findings& findings) {
  std::map<std::string, std::string> words;
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
    for (const auto& [key, text] : tables.pairs(table.key)) words[table.key + '.' + key] = text;
  return words;
}

}  // namespace yokoten
