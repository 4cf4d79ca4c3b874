#include "read/csv_table.h"

#include <algorithm>
#include <vector>

#include "base/threads.h"
#include "base/turns.h"
#include "read/csv_records.h"
#include "read/csv_stop.h"
#include "read/decoded_file.h"
#include "read/table_builder.h"

namespace yokoten {
namespace {

using Cells = std::vector<std::string_view>;

constexpr std::size_t smallest_piece = 1U << 19U;  // bytes of a file that several threads read
constexpr std::size_t first_piece = 1U << 14U;     // with the headings

/// The first bytes, then as many pieces as that; all but the last end behind a line break.
std::vector<std::string_view> in_pieces(std::string_view text, std::size_t count) {
  std::vector<std::string_view> pieces;
  const std::size_t size = text.size() / count + 1;
  for (std::size_t wanted = first_piece; !text.empty(); wanted = size) {
    const std::size_t end = text.find('\n', std::min(wanted, text.size()));
    pieces.push_back(text.substr(0, end == text.npos ? end : end + 1));
    text.remove_prefix(pieces.back().size());
  }
  return pieces;
}

/// Reads one file, or says why it can't be read.
class CsvReader {
 public:
  CsvReader(const std::string& file, const TableLimits& limits, const TableForm& form,
            Findings& findings)
      : file_(file), limits_(limits), form_(form), findings_(findings) {}

  std::optional<Table> read(std::string_view bytes);

 private:
  void report_own_letters(std::string_view text);
  std::vector<std::string_view> pieces_of(std::string_view text) const;
  std::optional<Table> read_pieces(const std::vector<std::string_view>& pieces);
  std::optional<int> take_lines(std::string_view text, TableBuilder& builder) const;
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

// How many lines there are; nothing where one of them can't be read.
std::optional<int> CsvReader::take_lines(std::string_view text, TableBuilder& builder) const {
  CsvRecords records(limits_, delimiter_of(form_),
                     [&](const Cells& cells, int row) { builder.take(cells, row); });
  if (records.run(text) != CsvRecords::Stop::none) return std::nullopt;
  return records.row() - 1;
}

// Pieces of a long file without quotes; none of another.
std::vector<std::string_view> CsvReader::pieces_of(std::string_view text) const {
  const auto threads = static_cast<std::size_t>(yokoten::threads());
  const std::size_t count = std::min(4 * threads, text.size() / smallest_piece);
  if (threads < 2 || count < 2 || !form_.skip.empty() || form_.range) return {};
  return text.find('"') == text.npos ? in_pieces(text, count) : std::vector<std::string_view>();
}

// Pieces are split side by side. Nothing where there are none, or there is something to tell of
// their rows: then these have to be read in turn.
std::optional<Table> CsvReader::read_pieces(const std::vector<std::string_view>& pieces) {
  if (pieces.size() < 2) return std::nullopt;
  Findings told;
  TableBuilder builder(file_, form_, limits_, told);
  std::optional<int> lines = take_lines(pieces.front(), builder);
  if (!lines || builder.begun() == nullptr) return std::nullopt;
  const TableBuilder headings(builder, told);
  Turns turns;
  share_out(pieces.size() - 1, [&](std::size_t at) {
    Findings own;
    TableBuilder rows(headings, own);
    const auto take = [&](const std::optional<int>& more) {
      const bool fits = lines && more && builder.take_over(rows, *lines);
      lines = fits && *lines + *more <= limits_.rows ? std::optional(*lines + *more) : std::nullopt;
    };
    turns.in_turn(
        at, [&] { return take_lines(pieces[at + 1], rows); }, take);
  });
  auto table = lines ? builder.made() : std::nullopt;
  if (table) findings_.insert(findings_.end(), told.begin(), told.end());
  return table;
}

std::optional<Table> CsvReader::read(std::string_view bytes) {
  const TextFile text{file_, limits_.bytes, form_.encoding,
                      [this](std::string_view before) { return place_behind(before); }};
  const auto decoded = decoded_file(bytes, text, findings_);
  if (!decoded) return std::nullopt;
  report_own_letters(decoded->text());
  if (auto table = read_pieces(pieces_of(decoded->text()))) return table;
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
