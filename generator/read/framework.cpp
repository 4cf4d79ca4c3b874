#include "read/framework.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "model/cell_number.h"
#include "model/report.h"
#include "read/target.h"

namespace yokoten {
namespace {

/// Reads the rows of one source of kind framework.
class RowsReader {
 public:
  RowsReader(const Source& source, const Table& table, int number, Findings& findings)
      : source_(source), table_(table), number_(number), findings_(findings) {}

  FrameworkRow read(int row) const;

 private:
  std::string text(int row, const std::string& heading) const;
  void read_value(int row, FrameworkRow& out) const;
  Target read_target(int row, const std::string& heading, int year) const;

  const Source& source_;
  const Table& table_;
  int number_;
  Findings& findings_;
};

// Empty for a heading that is not named; that it stands in the table was checked before.
std::string RowsReader::text(int row, const std::string& heading) const {
  const auto column = table_.column(heading);
  return column ? std::string(trimmed_text(table_.cell(row, *column))) : std::string();
}

void RowsReader::read_value(int row, FrameworkRow& out) const {
  const auto& [heading, period] = source_.framework->values.front();
  const int column = table_.column(heading).value_or(0);
  out.value_text = text(row, heading);
  out.place = table_.place(row, column);
  out.origin = {static_cast<std::int16_t>(number_), static_cast<std::int16_t>(column), row};
  out.period = period;
  const auto read = read_number(out.value_text, source_);
  if (!read)
    return report_error(
        findings_, out.place, "number.unknown",
        {fmt::format("「{}」は数でも凡例の記号でも注釈付きの数でもありません", out.value_text),
         fmt::format("{} is no number, no symbol of the legend and no number with "
                     "a known note",
                     out.value_text)});
  out.value = read->value;
  out.missing = read->missing;
  out.flags = read->flags;
  out.note = read->note;
  out.period = read->period.value_or(period);
}

Target RowsReader::read_target(int row, const std::string& heading, int year) const {
  const std::string words = text(row, heading);
  const Place place = table_.place(row, table_.column(heading).value_or(0));
  const auto target = parse_target(words);
  const bool is_symbol = source_.symbols.contains(words);
  if (!target && !is_symbol)
    report_error(
        findings_, place, "target.unknown",
        {fmt::format("「{}」は目標値として読めません。例: 50、90以上、増加。凡例にある言葉なら"
                     " symbols に加えてください",
                     words),
         fmt::format("{} is no target; write 50, 90以上 or 増加, or add a word of the "
                     "legend under symbols",
                     words)});
  Target out = target.value_or(Target{});
  out.text = words;
  out.year = year;
  out.place = place;
  return out;
}

FrameworkRow RowsReader::read(int row) const {
  const FrameworkColumns& columns = *source_.framework;
  FrameworkRow out;
  out.title = text(row, columns.title);
  out.stage = text(row, columns.stage);
  out.group = text(row, columns.group);
  out.unit = text(row, columns.unit);
  out.basis = text(row, columns.basis);
  out.better = text(row, columns.better);
  out.definition = text(row, columns.definition);
  out.by_service = !text(row, columns.by_service).empty();
  read_value(row, out);
  for (const auto& [heading, year] : columns.targets)
    out.targets.push_back(read_target(row, heading, year));
  return out;
}

Place title_place(const Publication& publication, const FrameworkRow& row) {
  const auto at = static_cast<std::size_t>(row.origin.source);
  const Table& table = publication.tables[at];
  const auto column = table.column(publication.sources[at].framework->title);
  return table.place(row.origin.row, column.value_or(0));
}

Better better(std::string_view words) {
  if (words.starts_with("増加")) return Better::higher;
  return words.starts_with("減少") ? Better::lower : Better::none;
}

void give(Indicator& indicator, const FrameworkRow& row) {
  indicator.row = row;
  if (indicator.unit.empty()) indicator.unit = row.unit;
  if (indicator.stage.empty()) indicator.stage = row.stage;
  if (indicator.group.empty()) indicator.group = row.group;
  if (indicator.better == Better::none) indicator.better = better(row.better);
  if (indicator.targets.empty()) indicator.targets = row.targets;
}

bool has_all_columns(const FrameworkColumns& columns, const Table& table) {
  return table.column(columns.title) && columns.values.size() == 1 &&
         table.column(columns.values.front().first) &&
         std::all_of(columns.targets.begin(), columns.targets.end(),
                     [&](const auto& target) { return table.column(target.first).has_value(); });
}

void add_row(Publication& publication, FrameworkRow row, Findings& findings) {
  const auto same = [&](const FrameworkRow& other) { return other.title == row.title; };
  if (row.title.empty() ||
      std::any_of(publication.framework.begin(), publication.framework.end(), same))
    report_error(findings, title_place(publication, row), "framework.twice",
                 {fmt::format("指標名「{}」が空か、重なっています", row.title),
                  fmt::format("the title {} is empty or stands twice", row.title)});
  row.key = row.title;
  publication.framework.push_back(std::move(row));
}

// A framework that could not be read is reported at its source, not at every indicator.
bool has_framework(const Publication& publication) {
  return std::any_of(publication.sources.begin(), publication.sources.end(),
                     [](const Source& source) { return source.kind == SourceKind::framework; });
}

void add_labels(const Source& source, const Table& table, Labels& labels, Findings& findings) {
  const auto code_column = table.column(source.label_code);
  const auto text_column = table.column(source.label_text);
  if (!code_column || !text_column) return;
  for (int row = 0; row < table.rows(); ++row) {
    const std::string code(trimmed_text(table.cell(row, *code_column)));
    const auto same = [&](const auto& label) { return label.first == code; };
    if (code.empty() || std::any_of(labels.begin(), labels.end(), same))
      report_error(findings, table.place(row, *code_column), "labels.twice",
                   {fmt::format("区分「{}」が空か、重なっています", code),
                    fmt::format("the code {} is empty or stands twice", code)});
    labels.emplace_back(code, trimmed_text(table.cell(row, *text_column)));
  }
}

}  // namespace

void read_framework_rows(Publication& publication, Findings& findings) {
  for (std::size_t at = 0; at < publication.sources.size(); ++at) {
    const Source& source = publication.sources[at];
    const Table& table = publication.tables[at];
    if (!source.framework || !has_all_columns(*source.framework, table)) continue;
    const RowsReader reader(source, table, static_cast<int>(at), findings);
    for (int row = 0; row < table.rows(); ++row) add_row(publication, reader.read(row), findings);
  }
}

void read_labels(Publication& publication, Findings& findings) {
  for (std::size_t at = 0; at < publication.sources.size(); ++at) {
    const Source& source = publication.sources[at];
    if (source.kind != SourceKind::labels || source.label_breakdown.empty()) continue;
    add_labels(source, publication.tables[at], publication.labels[source.label_breakdown],
               findings);
  }
}

void bind_framework(Publication& publication, const std::vector<Place>& places,
                    Findings& findings) {
  if (publication.framework.empty() && has_framework(publication)) return;
  std::vector<std::string> titles;
  for (const FrameworkRow& row : publication.framework) titles.push_back(row.title);
  std::vector<std::string> claimed_by(titles.size());
  for (std::size_t at = 0; at < publication.indicators.size(); ++at) {
    Indicator& indicator = publication.indicators[at];
    if (indicator.framework.empty()) continue;
    const auto found = std::find(titles.begin(), titles.end(), indicator.framework);
    if (found == titles.end()) {
      report_error(findings, places[at], "framework.unknown",
                   with_nearest({"KPIの枠組みにこの指標名の行はありません",
                                 "the KPI framework has no row of this title"},
                                indicator.framework, titles));
      continue;
    }
    const auto row = static_cast<std::size_t>(found - titles.begin());
    if (!claimed_by[row].empty())
      report_error(findings, places[at], "framework.claimed",
                   {"この行は指標" + claimed_by[row] + "のものです",
                    "this row belongs to the indicator " + claimed_by[row]});
    claimed_by[row] = indicator.id;
    give(indicator, publication.framework[row]);
  }
  for (std::size_t row = 0; row < titles.size(); ++row)
    if (claimed_by[row].empty())
      report_error(findings, title_place(publication, publication.framework[row]),
                   "framework.unclaimed",
                   {fmt::format("「{}」をframeworkに挙げる指標がありません", titles[row]),
                    fmt::format("no indicator names {} as its framework", titles[row])});
}

}  // namespace yokoten
