#include "read/csv_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/report.h"
#include "read/csv_records.h"
#include "read/encoding_report.h"
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
  bool is_text(const DecodedText& decoded);
  void report_detected(Encoding encoding);
  void report_private(std::string_view text);
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

bool CsvReader::is_text(const DecodedText& decoded) {
  const std::string_view text = decoded.text();
  const std::size_t nul = text.find('\0');
  if (nul != std::string_view::npos)
    error(after(text.substr(0, nul)), "table.encoding",
          {"セルにNUL文字があります", "the cell holds a NUL character"});
  else if (!decoded.whole())
    report_no_letter(decoded.encoding(), after(text), findings_);
  return nul == std::string_view::npos && decoded.whole();
}

// Two encodings can look alike: what was only detected is said.
void CsvReader::report_detected(Encoding encoding) {
  if (form_.encoding || encoding == Encoding::utf8) return;
  const std::string word = word_of(encoding);
  add_finding(findings_, Level::note, {file_, 1, 1}, "table.detected",
              {fmt::format("文字コードは{}と見分けました。encoding = \"{}\"と書けば確かになります",
                           name_of(encoding), word),
               fmt::format("the encoding seems to be {}; encoding = \"{}\" makes it sure",
                           name_of(encoding), word)});
}

// Characters of an office's own look different, or like nothing, everywhere else.
void CsvReader::report_private(std::string_view text) {
  const std::size_t first = private_character(text);
  if (first == std::string_view::npos) return;
  int count = 0;
  for (std::size_t at = first; at != std::string_view::npos; at = private_character(text, at + 3))
    ++count;
  report_warning(
      findings_, after(text.substr(0, first)), "table.private_character",
      {fmt::format("外字（私用領域の文字）が{}字あります。ほかの機械では読めません", count),
       fmt::format("{} private-use characters; other machines can't show them", count)});
}

std::optional<Table> CsvReader::read(std::string_view bytes) {
  if (bytes.size() > limits_.bytes) {
    error({file_, 0, 0}, "table.limit",
          {fmt::format("ファイルが{}バイトを超えています", limits_.bytes),
           fmt::format("the file has more than {} bytes", limits_.bytes)});
    return std::nullopt;
  }
  const auto decoded = DecodedText::settled(bytes, form_.encoding);
  if (!decoded) {
    report_mark(*form_.encoding, file_, findings_);
    return std::nullopt;
  }
  if (!is_text(*decoded)) return std::nullopt;
  report_detected(decoded->encoding());
  report_private(decoded->text());
  TableBuilder builder(file_, form_, findings_);
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
