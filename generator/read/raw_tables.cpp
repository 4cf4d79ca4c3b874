#include "read/raw_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "base/file_hash.h"
#include "base/hash.h"
#include "base/lists.h"
#include "base/threads.h"
#include "model/report.h"
#include "read/boundary_file.h"
#include "read/grouped_rows.h"
#include "read/grouped_table.h"
#include "read/nearly_kept_rows.h"
#include "read/table_file.h"

namespace yokoten {
namespace {

/// A file below raw/, read.
struct RawFile {
  bool exists = false, is_link = false;
  std::string hash;  // empty where it was not read
  std::optional<Table> table;
  std::string bytes;                // of boundary files only
  std::vector<std::string> header;  // of the file, where its rows were added up
};

/// A file that is read in one way: its name, whether it has boundaries, and the form of its table.
using Key = std::tuple<std::string, bool, std::string>;

// A link may lead out of the publication; files() leaves links out.
bool is_own(const std::vector<std::string>& files, const std::string& name) {
  const std::string below = name.substr(name.find('/') + 1);
  return std::binary_search(files.begin(), files.end(), below);
}

// What of a source decides how rows are added up.
std::string grouping_words(const Source& source) {
  if (!source.group) return {};
  const RowGrouping& group = *source.group;
  std::string words = fmt::format("\n{}\n{}\n{}", fmt::join(group.by, "\x1f"),
                                  fmt::join(group.sum, "\x1f"), group.count);
  for (const RowRule& rule : source.only)
    words += fmt::format("\n{}\x1f{}", rule.column, fmt::join(rule.values, "\x1f"));
  for (const auto& [symbol, reason] : source.symbols) words += fmt::format("\n{}", symbol);
  return words;
}

RawFile read_groups(Disk& disk, const std::string& path, const SourceText& text,
                    Findings& findings) {
  const auto file = disk.open(path);
  if (!file) return {};
  GroupedTable read = read_grouped(*file, {.path = path, .text = text}, findings);
  return {true, false, std::move(read.sha256), std::move(read.table), {}, std::move(read.header)};
}

// The bytes of boundary files are kept; every other source is a table, of its own form.
RawFile read_file(Disk& disk, const std::string& path, const SourceText& text, Findings& findings) {
  if (text.source.group) return read_groups(disk, path, text, findings);
  if (!fits_a_table(disk, path, findings)) return {true, false, {}, std::nullopt, {}, {}};
  auto bytes = disk.read(path);
  if (!bytes) return {};
  RawFile file{true, false, {}, std::nullopt, {}, {}};
  if (text.source.kind == SourceKind::boundaries) {
    file.hash = sha256(*bytes);
    file.bytes = std::move(*bytes);
    return file;
  }
  constexpr std::size_t kWorthAThread = 1 << 20;  // bytes
  const auto hash = [&] { file.hash = sha256(*bytes); };
  const auto table = [&] { file.table = read_table(*bytes, path, findings, text.form); };
  if (bytes->size() < kWorthAThread) {
    hash();
    table();
  } else {
    share_out(2, [&](std::size_t at) { at == 0 ? table() : hash(); });
  }
  return file;
}

RawFile link_or_nothing(Disk& disk, const std::string& path) {
  RawFile file;
  file.is_link = disk.size(path).has_value();
  return file;
}

void check_hash(const SourceText& text, const std::string& hash, Findings& findings) {
  const std::string& wanted = text.source.sha256;
  if (!FileHash(wanted) || hash.empty() || wanted == hash)
    return;  // what is no hash was said before
  const std::string before = wanted.substr(0, 12);
  if (text.is_pinned)
    return report_error(
        findings, text.source.place, "source.locked",
        {fmt::format("{}はpull.lockと違います（{}…のはずが{}…）。yokoten pullで取り直してください",
                     text.source.file, before, hash.substr(0, 12)),
         fmt::format("{} is not the file that pull.lock pins ({}…, but {}…); yokoten pull "
                     "takes it anew",
                     text.source.file, before, hash.substr(0, 12))});
  report_warning(
      findings, text.hash_place, "source.changed",
      {fmt::format("{}が変わっています。記録は{}…、いまは{}", text.source.file, before, hash),
       fmt::format("{} has changed: recorded {}…, now {}", text.source.file, before, hash)});
}

// As TOML writes them: on the screen a line break would look like a blank.
std::vector<std::string> with_breaks_shown(const std::vector<std::string>& header) {
  std::vector<std::string> shown;
  for (const std::string& heading : header) {
    std::string& text = shown.emplace_back();
    for (const char byte : heading)
      text += byte == '\n' ? std::string("\\n") : std::string(1, byte);
  }
  return shown;
}

void check_headings(const SourceText& text, const std::vector<std::string>& header,
                    Findings& findings) {
  const auto& wanted = text.source.group ? text.file_headings : text.headings;
  for (const auto& [heading, place] : wanted)
    if (!holds(header, heading))
      report_error(
          findings, place, "source.column",
          with_nearest({fmt::format("{}に見出し「{}」の列はありません", text.source.file, heading),
                        fmt::format("{} has no column {}", text.source.file, heading)},
                       heading, with_breaks_shown(header)));
}

// What is read of a table whose rows were added up has to be kept by that.
void check_group_headings(const SourceText& text, const std::vector<std::string>& header,
                          Findings& findings) {
  for (const auto& [heading, place] : text.headings)
    if (!holds(header, heading))
      report_error(
          findings, place, "source.column",
          with_nearest(
              {fmt::format("「{}」はgroupで足し上げた表にありません。byかsumに書いてください",
                           heading),
               fmt::format("{} is not in the table that group makes; name it in by or sum",
                           heading)},
              heading, header));
}

bool fits(const Table& table, int row, const RowRule& rule) {
  const auto column = table.column(rule.column);
  return fits(column ? table.cell(row, *column) : std::string_view(), rule);
}

// The rows that `only` asks for; they keep their places. Where rows are added up, it was asked
// then.
Table kept(const SourceText& text, const Table& table) {
  const std::vector<RowRule>& only = text.source.only;
  if (only.empty() || text.source.group) return table;
  Table made = table.without_rows();
  std::vector<std::string_view> cells;
  cells.reserve(static_cast<std::size_t>(table.columns()));
  for (int row = 0; row < table.rows(); ++row) {
    if (!std::all_of(only.begin(), only.end(),
                     [&](const RowRule& rule) { return fits(table, row, rule); }))
      continue;
    cells.clear();
    for (int column = 0; column < table.columns(); ++column)
      cells.push_back(table.cell(row, column));
    made.add_row(cells, table.file_row(row));
  }
  made.settle();
  return made;
}

// Where areas without a row have 0, no row at all would make 0 of everything.
void report_only(const SourceText& text, Findings& findings) {
  const Message message{
      text.source.file + "に、onlyに合う行がありません。見出しと値を確かめてください",
      text.source.file + " has no row that fits only; check its headings and values"};
  add_finding(findings, text.source.complete ? Level::error : Level::warning, text.source.place,
              "source.only", message);
}

// As above, where the file itself holds nothing but headings. Where rows have periods, none is
// made.
void report_rows(const SourceText& text, Findings& findings) {
  const Source& source = text.source;
  if (!source.complete || !source.fixed_area.empty() || !source.period_column.empty()) return;
  const bool is_list = source.kind == SourceKind::list;  // may well name nobody
  add_finding(
      findings, is_list ? Level::warning : Level::error, source.place, "source.rows",
      {source.file +
           "は見出しだけで、complete = true のため全地域が0になります。表が全部あるか確かめ"
           "、本当に0なら、どれか1つの地域の行を0と書くか、complete を外してください",
       source.file +
           " has headings alone, and with complete = true all areas would have 0; look "
           "whether the table is whole; if there is none, add a row with 0 for one area, or "
           "leave complete out"});
}

Table checked(const SourceText& text, const RawFile& file, Findings& findings) {
  const bool is_pulled = !text.source.url.starts_with("file:");
  const Message hint = is_pulled
                           ? Message{"。yokoten pullで取ってこられます", "; yokoten pull takes it"}
                           : Message{};
  if (!file.exists)
    report_error(
        findings, text.source.place, "source.missing",
        {text.source.file +
             (file.is_link ? "はリンクです。ファイルそのものを置いてください" : "がありません") +
             hint.ja,
         text.source.file +
             (file.is_link ? " is a link; put the file itself there" : " is not there") + hint.en});
  else
    check_hash(text, file.hash, findings);
  if (!file.header.empty()) check_headings(text, file.header, findings);
  if (!file.table) return {};
  if (text.source.group)
    check_group_headings(text, file.table->header(), findings);
  else
    check_headings(text, file.table->header(), findings);
  if (!text.source.group) report_nearly_kept_rows(text.source, *file.table, findings);
  Table table = kept(text, *file.table);
  if (table.rows() > 0) return table;
  if (!text.source.only.empty())
    report_only(text, findings);
  else if (!blocks(findings))  // another table than it should be was told before
    report_rows(text, findings);
  return table;
}

// Whoever says whether the file goes out knows what is in it. That comments say nothing of its
// figures is another question, and so they stay noted.
void leave_hidden_sheets(const SourceText& text, Findings& told) {
  if (!text.source.publishes_file) return;
  for (Finding& each : told)
    if (each.code == "sheet.comment") each.level = Level::note;
  std::erase_if(told, [](const Finding& each) {
    return each.level == Level::warning && each.code == "sheet.hidden";
  });
}

// What is wrong with a file that others publish must not keep the rest from going out. A file that
// pull.lock pins is another matter: somebody has decided on it. A table that is not there lists no
// area, and so says of none that it has 0.
Table without_figures(SourceText& text, const std::string& path, Findings& told) {
  for (Finding& finding : told)
    if (finding.level == Level::error && finding.code != "source.locked")
      finding.level = Level::warning;
  std::vector<std::string> headings;
  for (const auto& [heading, place] : text.headings)
    if (!holds(headings, heading)) headings.push_back(heading);
  text.source.complete = false;
  text.source.file.clear();
  text.source.sha256.clear();
  text.source.read_sha256.clear();
  return Table(path, headings);
}

}  // namespace

std::vector<Table> read_raw_tables(Disk& disk, const std::string& folder,
                                   std::vector<SourceText>& sources,
                                   std::vector<Boundaries>& boundaries, Findings& findings) {
  std::map<Key, RawFile> files;
  const std::vector<std::string> own = disk.files(folder + "/raw");
  std::vector<Table> tables;
  for (SourceText& text : sources) {
    const std::string name = text.source.file;
    // An address that is none was reported before, and so was a form.
    if (name.empty() || text.is_unclear) {
      tables.emplace_back();
      continue;
    }
    const Key key{
        name, text.source.kind == SourceKind::boundaries,
        to_words(text.form) + grouping_words(text.source) + (text.is_optional ? "\noptional" : "")};
    const std::string path = fmt::format("{}/{}", folder, name);
    Findings told;
    auto at = files.find(key);
    if (at == files.end()) {
      RawFile file =
          is_own(own, name) ? read_file(disk, path, text, told) : link_or_nothing(disk, path);
      if (file.table) file.table->settle();
      at = files.emplace(key, std::move(file)).first;
      leave_hidden_sheets(text, told);
    }
    tables.push_back(checked(text, at->second, told));
    text.source.read_sha256 = at->second.hash;
    if (text.is_optional && (blocks(told) || !at->second.table))
      tables.back() = without_figures(text, path, told);
    findings.insert(findings.end(), told.begin(), told.end());
    if (text.source.kind != SourceKind::boundaries || at->second.hash.empty()) continue;
    auto read = read_boundaries(at->second.bytes, path, text.source, findings);
    if (!read) continue;
    read->source = static_cast<int>(tables.size()) - 1;
    boundaries.push_back(std::move(*read));
  }
  return tables;
}

}  // namespace yokoten
