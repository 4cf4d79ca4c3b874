#include "read/csv_table.h"

#include <fmt/format.h>

#include "model/report.h"
#include "read/csv_records.h"
#include "read/decoded_file.h"
#include "read/table_builder.h"

namespace yokoten {
namespace {

using Cells = std::vector<std::string_view>;

char delimiter_of(const TableForm& form) { return form.format == TableFormat::tsv ? '\t' : ','; }

/// Reads one file, or says why it can't be read.
class CsvReader {
 public:
  CsvReader(const std::string& file, const TableLimits& limits, const TableForm& form,
            Findings& findings)
      : file_(file), limits_(limits), form_(form), findings_(findings) {}

  std::optional<Table> read(std::string_view bytes);

 private:
  void report_own_letters(std::string_view text);
  void report_stop(CsvRecords::Stop stop, int row, int column);
  Place after(std::string_view text) const;
  void error(Place place, std::string code, Message message) {
    report_error(findings_, std::move(place), std::move(code), std::move(message));
  }

  const std::string& file_;
  const TableLimits& limits_;
  const TableForm& form_;
  Findings& findings_;
};

void CsvReader::report_stop(CsvRecords::Stop stop, int row, int column) {
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

// The cell in which the first letter after `text` stands.
Place CsvReader::after(std::string_view text) const {
  CsvRecords records(limits_, delimiter_of(form_), [](const Cells&, int) {});
  records.run_part(text);
  return {file_, records.row(), records.column()};
}

void CsvReader::report_own_letters(std::string_view text) {
  const std::size_t first = private_character(text);
  if (first == std::string_view::npos) return;
  int count = 0;
  for (std::size_t at = first; at != std::string_view::npos; at = private_character(text, at + 3))
    ++count;
  report_private(count, after(text.substr(0, first)), "", findings_);
}

std::optional<Table> CsvReader::read(std::string_view bytes) {
  const TextFile text{file_, limits_.bytes, form_.encoding,
                      [this](std::string_view before) { return after(before); }};
  const auto decoded = decoded_file(bytes, text, findings_);
  if (!decoded) return std::nullopt;
  report_own_letters(decoded->text());
  TableBuilder builder(file_, form_, limits_, findings_);
  CsvRecords records(limits_, delimiter_of(form_),
                     [&](const Cells& cells, int row) { builder.take(cells, row); });
  const CsvRecords::Stop stop = records.run(decoded->text());
  report_stop(stop, records.row(), records.column());
  return stop == CsvRecords::Stop::none ? builder.made() : std::nullopt;
}

}  // namespace

std::optional<Table> read_csv(std::string_view bytes, const std::string& file, Findings& findings,
                              const TableLimits& limits, const TableForm& form) {
  return CsvReader(file, limits, form, findings).read(bytes);
}

}  // namespace yokoten
