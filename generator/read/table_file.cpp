#include "read/table_file.h"

#include <fmt/format.h>

#include "base/text.h"
#include "model/report.h"
#include "read/csv_table.h"
#include "read/decoded_file.h"
#include "read/json_table.h"
#include "read/sdmx_table.h"
#include "read/sheet_table.h"

namespace yokoten {
namespace {

void report_format(const std::string& file, Findings& findings) {
  const std::string words = fmt::format("{}", fmt::join(format_words(), ", "));
  if (lower_ascii(file).ends_with(".xls"))
    return report_error(
        findings, {file, 0, 0}, "table.format",
        {"古い形式（.xls）は読めません。表計算ソフトで開き、.xlsx形式で保存し直してください",
         "the old form .xls can't be read; open it in a spreadsheet program and save it as .xlsx"});
  report_error(
      findings, {file, 0, 0}, "table.format",
      {"ファイルの名前から形式が分かりません。示してください（sources.tomlではformat、tableでは"
       "--from）: " +
           words,
       "the file's name does not say its format; name it (format in sources.toml, --from "
       "of table): " +
           words});
}

bool is_json(TableFormat format) {
  return format == TableFormat::json || format == TableFormat::estat;
}

}  // namespace

// Rows and columns of a sheet mean nothing in JSON, a pointer nothing in CSV.
bool is_of_use(const TableForm& form, TableFormat format, const std::string& file,
               Findings& findings) {
  const auto useless = [&](const char* key) {
    report_error(findings, {file, 0, 0}, "table.format",
                 {fmt::format("{}は{}では使えません", key, name_of(format)),
                  fmt::format("{} has no meaning for {}", key, name_of(format))});
  };
  const std::size_t before = findings.size();
  if (is_json(format) && form.header != std::vector<int>{1}) useless("header");
  if (is_json(format) && !form.skip.empty()) useless("skip");
  if (is_json(format) && form.range) useless("range");
  if (format != TableFormat::json && !form.rows_at.empty()) useless("rows_at");
  if (!is_spreadsheet(format) && !form.sheet.empty()) useless("sheet");
  if (is_spreadsheet(format) && form.encoding) useless("encoding");
  return findings.size() == before;
}

bool is_spreadsheet(TableFormat format) {
  return format == TableFormat::xlsx || format == TableFormat::ods;
}

bool fits_a_table(Disk& disk, const std::string& path, Findings& findings,
                  const TableLimits& limits) {
  const auto size = disk.size(path);
  if (!size || *size <= limits.bytes) return true;
  report_size(path, limits.bytes, findings);
  return false;
}

std::optional<TableFormat> format_of_name(std::string_view name) {
  const std::string file = lower_ascii(name);  // NINTEI.XLSX, as older systems write names
  if (file.ends_with(".csv")) return TableFormat::csv;
  if (file.ends_with(".tsv") || file.ends_with(".tab")) return TableFormat::tsv;
  if (file.ends_with(".xlsx") || file.ends_with(".xlsm")) return TableFormat::xlsx;
  if (file.ends_with(".ods")) return TableFormat::ods;
  if (file.ends_with(".json")) return TableFormat::json;
  return std::nullopt;
}

std::optional<Table> read_table(std::string_view bytes, const std::string& file, Findings& findings,
                                const TableForm& form, const TableLimits& limits) {
  const auto format = form.format ? form.format : format_of_name(file);
  if (!format) {
    report_format(file, findings);
    return std::nullopt;
  }
  if (!is_of_use(form, *format, file, findings)) return std::nullopt;
  TableForm settled = form;
  settled.format = format;
  switch (*format) {
    case TableFormat::json:
      return read_json_table(bytes, file, findings, limits, settled);
    case TableFormat::estat:
      return read_estat_table(bytes, file, findings, limits, settled);
    case TableFormat::sdmx_csv:
      return read_sdmx_table(bytes, file, findings, limits, settled);
    case TableFormat::xlsx:
    case TableFormat::ods:
      return read_sheet_table(bytes, file, findings, limits, settled);
    case TableFormat::csv:
    case TableFormat::tsv:
      break;
  }
  return read_csv(bytes, file, findings, limits, settled);
}

}  // namespace yokoten
