#include "read/raw_tables.h"

#include <fmt/format.h>

#include <map>
#include <optional>

#include "base/hash.h"
#include "model/report.h"
#include "read/csv_table.h"

namespace yokoten {
namespace {

/// A file below raw/, read.
struct RawFile {
  bool exists = false;
  std::string hash;
  std::optional<Table> table;
};

RawFile read_file(Disk& disk, const std::string& path, Findings& findings) {
  const auto bytes = disk.read(path);
  if (!bytes) return {};
  return {true, sha256(*bytes), read_csv(*bytes, path, findings)};
}

void check_hash(const SourceText& text, const std::string& hash, Findings& findings) {
  const std::string& wanted = text.source.sha256;
  if (wanted.size() != 64 || wanted == hash) return;
  const std::string before = wanted.substr(0, 12), now = hash.substr(0, 12);
  report_warning(
      findings, text.hash_place, "source.changed",
      {fmt::format("{}が変わっています。記録は{}…、いまは{}…", text.source.file, before, now),
       fmt::format("{} has changed: recorded {}…, now {}…", text.source.file, before, now)});
}

void check_headings(const SourceText& text, const Table& table, Findings& findings) {
  for (const auto& [heading, place] : text.headings)
    if (!table.column(heading))
      report_error(
          findings, place, "source.column",
          with_nearest({fmt::format("{}に見出し「{}」の列はありません", text.source.file, heading),
                        fmt::format("{} has no column {}", text.source.file, heading)},
                       heading, table.header()));
}

Table checked(const SourceText& text, const RawFile& file, Findings& findings) {
  if (!file.exists)
    report_error(findings, text.source.place, "source.missing",
                 {text.source.file + "がありません", text.source.file + " is not there"});
  else
    check_hash(text, file.hash, findings);
  if (!file.table) return {};
  check_headings(text, *file.table, findings);
  return *file.table;
}

}  // namespace

std::vector<Table> read_raw_tables(Disk& disk, const std::string& folder,
                                   const std::vector<SourceText>& sources, Findings& findings) {
  std::map<std::string, RawFile> files;
  std::vector<Table> tables;
  for (const SourceText& text : sources) {
    const std::string& name = text.source.file;
    // An address that is none was reported before.
    if (name.empty()) {
      tables.emplace_back();
      continue;
    }
    auto at = files.find(name);
    if (at == files.end())
      at = files.emplace(name, read_file(disk, folder + '/' + name, findings)).first;
    tables.push_back(checked(text, at->second, findings));
  }
  return tables;
}

}  // namespace yokoten
