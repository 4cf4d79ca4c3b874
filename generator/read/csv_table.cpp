#include "read/csv_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "model/report.h"
#include "read/csv_records.h"
#include "read/encoding.h"

namespace yokoten {
namespace {

// A file that went wrong in one place often does in all; the rest is only counted.
constexpr int shown_widths = 20;

/// Puts the records of one file into a Table.
class TableReader {
 public:
  TableReader(const std::string& file, const TableLimits& limits, Findings& findings)
      : file_(file), limits_(limits), findings_(findings) {}

  std::optional<Table> read(std::string_view bytes);

 private:
  using Cells = std::vector<std::string_view>;

  void take(const Cells& cells, int row);
  void take_header(const Cells& cells, int row);
  void check_heading(const Cells& cells, std::size_t at);
  void check_separator(std::string_view heading);
  void report_width(std::size_t cells, int row);
  void report_more_widths();
  void report_stop(CsvRecords::Stop stop, int row, int column);
  bool is_text(std::string_view bytes);
  Place after(std::string_view bytes) const;
  void error(Place place, std::string code, Message message) {
    report_error(findings_, std::move(place), std::move(code), std::move(message));
    failed_ = true;
  }

  const std::string& file_;
  const TableLimits& limits_;
  Findings& findings_;
  std::optional<Table> table_;
  int wrong_widths_ = 0;
  bool failed_ = false;
};

void TableReader::check_heading(const Cells& cells, std::size_t at) {
  const Place place{file_, 1, static_cast<int>(at) + 1};
  if (cells[at].empty())
    return error(place, "table.heading",
                 {"見出しが空です。1行目のすべての列に見出しが要ります",
                  "empty heading; every column needs one in row 1"});
  const auto first = std::find(cells.begin(), cells.end(), cells[at]);
  if (first == cells.begin() + static_cast<std::ptrdiff_t>(at)) return;
  const auto column = first - cells.begin() + 1;
  error(place, "table.heading",
        {fmt::format("見出し「{}」は{}列目にもあります", cells[at], column),
         fmt::format("heading {} stands in column {} too", cells[at], column)});
}

// A single heading that holds what other programs put between cells.
void TableReader::check_separator(std::string_view heading) {
  const std::size_t at = heading.find_first_of("\t;");
  if (at == std::string_view::npos) return;
  const bool tab = heading[at] == '\t';
  error({file_, 1, 1}, "table.separator",
        {fmt::format("セルの区切りが{}のようです。コンマ区切りで保存し直してください",
                     tab ? "タブ" : "セミコロン"),
         fmt::format("the cells seem to be separated by {}; save them with commas",
                     tab ? "tabs" : "semicolons")});
}

void TableReader::take_header(const Cells& cells, int row) {
  if (row != 1)
    error({file_, 1, 1}, "table.heading",
          {"1行目が空です。見出しは1行目に置きます", "row 1 is empty; it must hold the headings"});
  for (std::size_t at = 0; at < cells.size(); ++at) check_heading(cells, at);
  if (cells.size() == 1) check_separator(cells[0]);
  table_ = Table(file_, {cells.begin(), cells.end()});
}

void TableReader::report_width(std::size_t cells, int row) {
  if (++wrong_widths_ > shown_widths) return;
  const auto wanted = static_cast<std::size_t>(table_->columns());
  error({file_, row, static_cast<int>(std::min(cells, wanted)) + 1}, "table.width",
        {fmt::format("セルが{}個あります。見出しは{}個です", cells, wanted),
         fmt::format("{} cells, but {} headings", cells, wanted)});
}

void TableReader::report_more_widths() {
  if (wrong_widths_ <= shown_widths) return;
  const int more = wrong_widths_ - shown_widths;
  error({file_, 0, 0}, "table.width",
        {fmt::format("セルの数が見出しと合わない行がほかに{}行あります", more),
         fmt::format("{} more rows do not have as many cells as headings", more)});
}

void TableReader::take(const Cells& cells, int row) {
  if (!table_) return take_header(cells, row);
  if (cells.size() == static_cast<std::size_t>(table_->columns()))
    table_->add_row(cells, row);
  else
    report_width(cells.size(), row);
}

void TableReader::report_stop(CsvRecords::Stop stop, int row, int column) {
  const Place place{file_, row, column};
  const auto limit = [&](std::string ja, std::string en) {
    error(place, "table.limit", {std::move(ja), std::move(en)});
  };
  switch (stop) {
    case CsvRecords::Stop::none:
      return;
    case CsvRecords::Stop::quote:
      return error(
          place, "table.quote",
          {"引用符（\"）の使い方が誤りです。閉じていないか、引用符の中の\"が\"\"になっていません",
           "wrong quote: it is not closed, or a \" inside quotes is not doubled"});
    case CsvRecords::Stop::cell:
      return limit(fmt::format("セルが{}バイトを超えています", limits_.cell),
                   fmt::format("the cell has more than {} bytes", limits_.cell));
    case CsvRecords::Stop::columns:
      return limit(fmt::format("列が{}を超えています", limits_.columns),
                   fmt::format("more than {} columns", limits_.columns));
    case CsvRecords::Stop::rows:
      return limit(fmt::format("行が{}を超えています", limits_.rows),
                   fmt::format("more than {} rows", limits_.rows));
  }
}

// The cell in which the first byte after `bytes` stands.
Place TableReader::after(std::string_view bytes) const {
  CsvRecords records(limits_, [](const Cells&, int) {});
  records.run_part(bytes);
  return {file_, records.row(), records.column()};
}

bool TableReader::is_text(std::string_view bytes) {
  const std::size_t nul = bytes.find('\0');
  const std::size_t wrong = std::min(first_invalid_utf8(bytes).value_or(bytes.size()), nul);
  if (wrong >= bytes.size()) return true;
  const std::string_view likely = likely_encoding(bytes);
  const Place place = likely == "UTF-16" ? Place{file_, 1, 1} : after(bytes.substr(0, wrong));
  if (!likely.empty())
    error(place, "table.encoding",
          {fmt::format("文字コードが{}のようです。UTF-8で保存し直してください", likely),
           fmt::format("the file seems to be {}; save it as UTF-8", likely)});
  else if (wrong == nul)
    error(place, "table.encoding", {"セルにNUL文字があります", "the cell holds a NUL character"});
  else
    error(place, "table.encoding",
          {"UTF-8として正しくない文字があります", "the cell holds bytes that are not UTF-8"});
  return false;
}

std::optional<Table> TableReader::read(std::string_view bytes) {
  if (bytes.size() > limits_.bytes) {
    error({file_, 0, 0}, "table.limit",
          {fmt::format("ファイルが{}バイトを超えています", limits_.bytes),
           fmt::format("the file has more than {} bytes", limits_.bytes)});
    return std::nullopt;
  }
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  if (!is_text(bytes)) return std::nullopt;
  CsvRecords records(limits_, [this](const Cells& cells, int row) { take(cells, row); });
  const CsvRecords::Stop stop = records.run(bytes);
  report_stop(stop, records.row(), records.column());
  report_more_widths();
  if (!table_ && !failed_)
    error({file_, 0, 0}, "table.empty", {"表が空です", "the table is empty"});
  return failed_ ? std::nullopt : std::move(table_);
}

}  // namespace

std::optional<Table> read_csv(std::string_view bytes, const std::string& file, Findings& findings,
                              const TableLimits& limits) {
  return TableReader(file, limits, findings).read(bytes);
}

}  // namespace yokoten
