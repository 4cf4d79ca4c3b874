#include "read/csv_stop.h"

#include <fmt/format.h>

#include "model/report.h"

namespace yokoten {

char delimiter_of(const TableForm& form) { return form.format == TableFormat::tsv ? '\t' : ','; }

void report_stop(CsvRecords::Stop stop, const TableLimits& limits, const Place& place,
                 Findings& findings) {
  const auto limit = [&](std::string ja, std::string en) {
    report_error(findings, place, "table.limit", {std::move(ja), std::move(en)});
  };
  switch (stop) {
    case CsvRecords::Stop::none:
      return;
    case CsvRecords::Stop::quote:
      return report_error(
          findings, place, "table.quote",
          {"引用符（\"）の使い方が誤りです。閉じていないか、引用符の中の\"が\"\"になっていません",
           "wrong quote: it is not closed, or a \" inside quotes is not doubled"});
    case CsvRecords::Stop::cell:
      return limit(fmt::format("セルが{}バイトを超えています", limits.cell),
                   fmt::format("the cell has more than {} bytes", limits.cell));
    case CsvRecords::Stop::columns:
      return limit(fmt::format("列が{}を超えています", limits.columns),
                   fmt::format("more than {} columns", limits.columns));
    case CsvRecords::Stop::rows:
      return limit(fmt::format("行が{}を超えています", limits.rows),
                   fmt::format("more than {} rows", limits.rows));
  }
}

Place csv_place_behind(std::string_view text, const std::string& file, const TableLimits& limits,
                       const TableForm& form) {
  CsvRecords records(limits, delimiter_of(form), [](const std::vector<std::string_view>&, int) {});
  records.run_part(text);
  return {file, records.row(), records.column()};
}

}  // namespace yokoten
