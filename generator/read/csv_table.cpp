#include "read/csv_table.h"

#include "read/csv_records.h"
#include "read/csv_stop.h"
#include "read/decoded_file.h"
#include "read/table_builder.h"

namespace yokoten {
namespace {

using Cells = std::vector<std::string_view>;

/// Reads one file, or says why it can't be read.
class CsvReader {
 public:
  CsvReader(const std::string& file, const TableLimits& limits, const TableForm& form,
            Findings& findings)
      : file_(file), limits_(limits), form_(form), findings_(findings) {}

  std::optional<Table> read(std::string_view bytes);

 private:
  void report_own_letters(std::string_view text);
  Place place_behind(std::string_view text) const {
    return csv_place_behind(text, file_, limits_, form_);
  }

  const std::string& file_;
  const TableLimits& limits_;
  const TableForm& form_;
  Findings& findings_;
};

void CsvReader::report_own_letters(std::string_view text) {
  const std::size_t first = foreign_letter(text);
  if (first == std::string_view::npos) return;
  int count = 0;
  for (std::size_t at = first; at != std::string_view::npos; at = foreign_letter(text, at + 3))
    ++count;
  report_private(count, place_behind(text.substr(0, first)), "", findings_);
}

std::optional<Table> CsvReader::read(std::string_view bytes) {
  const TextFile text{file_, limits_.bytes, form_.encoding,
                      [this](std::string_view before) { return place_behind(before); }};
  const auto decoded = decoded_file(bytes, text, findings_);
  if (!decoded) return std::nullopt;
  report_own_letters(decoded->text());
  TableBuilder builder(file_, form_, limits_, findings_);
  CsvRecords records(limits_, delimiter_of(form_),
                     [&](const Cells& cells, int row) { builder.take(cells, row); });
  const CsvRecords::Stop stop = records.run(decoded->text());
  report_stop(stop, limits_, {file_, records.row(), records.column()}, findings_);
  return stop == CsvRecords::Stop::none ? builder.made() : std::nullopt;
}

}  // namespace

std::optional<Table> read_csv(std::string_view bytes, const std::string& file, Findings& findings,
                              const TableLimits& limits, const TableForm& form) {
  return CsvReader(file, limits, form, findings).read(bytes);
}

}  // namespace yokoten
