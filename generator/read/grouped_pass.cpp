#include "read/grouped_pass.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <limits>
#include <mutex>

#include "base/text.h"
#include "base/threads.h"
#include "model/report.h"
#include "read/csv_stop.h"
#include "read/table_builder.h"

namespace yokoten {
namespace {

using Cells = RowGroups::Cells;

// Rows are counted over all pieces, not in each.
TableLimits limits_of_piece(const GroupedFile& request) {
  TableLimits limits = request.limits;
  limits.rows = std::numeric_limits<int>::max() - 1;
  return limits;
}

bool is_plain(const TableForm& form) { return form.skip.empty() && !form.range; }

// The first byte that is no text: NUL, or no UTF-8. npos without one.
std::size_t wrong_byte(std::string_view text) {
  const auto invalid = first_invalid_utf8(text);
  return std::min(text.find('\0'), invalid ? *invalid : std::string_view::npos);
}

void count_own_letters(const RowPiece& piece, const GroupedFile& request,
                       GroupedOwnLetters& letters) {
  const std::size_t first = foreign_letter(piece.text);
  if (first == std::string_view::npos) return;
  if (letters.count == 0) {
    const Place place = csv_place_behind(std::string_view(piece.text).substr(0, first),
                                         request.path, limits_of_piece(request), request.text.form);
    letters.first = row_position(piece.number, place.row);
    letters.column = place.column;
  }
  for (std::size_t at = first; at != std::string_view::npos;
       at = foreign_letter(piece.text, at + 3))
    ++letters.count;
}

/// Several threads take pieces and each adds up what it finds in them.
class QuickPass {
 public:
  QuickPass(RowPieces& pieces, const GroupedFile& request)
      : pieces_(pieces), request_(request), limits_(limits_of_piece(request)) {}

  std::optional<GroupedPass> run() {
    if (!is_plain(request_.text.form) || !take_first()) return std::nullopt;
    if (!made_.rows) return std::move(made_);
    std::vector<Worker> workers(static_cast<std::size_t>(threads()));
    for (Worker& each : workers) each.rows.emplace(*GroupedRows::of(source(), *made_.headings));
    share_out(workers.size(), [&](std::size_t number) { take_rest(workers[number]); });
    for (const Worker& each : workers) add(each);
    if (wrong_ || pieces_.has_failed() || !count_rows()) return std::nullopt;
    return std::move(made_);
  }

 private:
  struct Worker {
    std::optional<GroupedRows> rows;
    GroupedOwnLetters own_letters;
  };

  const Source& source() const { return request_.text.source; }

  // The piece with the headings: false where it hasn't any, or anything is wrong with it.
  bool take_first() {
    RowPiece piece;
    if (!pieces_.next(piece)) return false;
    Findings untold;
    TableBuilder builder(request_.path, request_.text.form, limits_, untold);
    builder.hand_on_to([this](const Cells& cells, int row) {
      if (made_.rows) add_row(*made_.rows, cells, row_position(0, row));
    });
    split(piece, made_.own_letters, [&](const Cells& cells, int row) {
      builder.take(cells, row);
      if (!made_.headings && builder.begun() != nullptr) begin(builder);
    });
    return !wrong_ && !builder.has_failed() && builder.begun() != nullptr;
  }

  void begin(const TableBuilder& builder) {
    made_.headings = builder.begun()->without_rows();
    made_.rows = GroupedRows::of(source(), *made_.headings);
  }

  void add_row(GroupedRows& rows, const Cells& cells, RowPosition at) {
    rows.add(cells, at, [this](std::size_t, std::string_view) { wrong_ = true; });
  }

  void split(const RowPiece& piece, GroupedOwnLetters& letters, const CsvRecords::Take& take) {
    if (piece.ends_inside || wrong_byte(piece.text) != std::string_view::npos) wrong_ = true;
    if (wrong_) return;
    count_own_letters(piece, request_, letters);
    CsvRecords records(limits_, delimiter_of(request_.text.form), take);
    if (records.run(piece.text) != CsvRecords::Stop::none) wrong_ = true;
    keep_rows(piece.number, records.row() - 1);
  }

  void take_rest(Worker& worker) {
    const auto width = static_cast<std::size_t>(made_.headings->columns());
    RowPiece piece;
    while (!wrong_ && pieces_.next(piece)) {
      split(piece, worker.own_letters, [&](const Cells& cells, int row) {
        if (cells.size() != width)
          wrong_ = true;
        else
          add_row(*worker.rows, cells, row_position(piece.number, row));
      });
      if (has_too_many(*worker.rows)) wrong_ = true;
    }
  }

  bool has_too_many(const GroupedRows& rows) const {
    return rows.groups().size() > static_cast<std::size_t>(request_.limits.rows);
  }

  void keep_rows(int piece, int rows) {
    const std::lock_guard lock(guard_);
    const auto at = static_cast<std::size_t>(piece);
    if (piece_rows_.size() <= at) piece_rows_.resize(at + 1);
    piece_rows_[at] = rows;
  }

  void add(const Worker& worker) {
    if (wrong_) return;
    made_.rows->groups().add(worker.rows->groups());
    if (has_too_many(*made_.rows)) wrong_ = true;
    const GroupedOwnLetters& theirs = worker.own_letters;
    GroupedOwnLetters& own = made_.own_letters;
    const bool earlier = theirs.count > 0 && (own.count == 0 || theirs.first < own.first);
    const int count = own.count + theirs.count;
    if (earlier) own = theirs;
    own.count = count;
  }

  bool count_rows() {
    std::int64_t before = 0;
    for (const int rows : piece_rows_) {
      made_.rows_before.push_back(static_cast<int>(before));
      before += rows;
      if (before > request_.rows) return false;
    }
    return true;
  }

  RowPieces& pieces_;
  const GroupedFile& request_;
  TableLimits limits_;
  GroupedPass made_;
  std::atomic<bool> wrong_ = false;
  std::mutex guard_;
  std::vector<int> piece_rows_;
};

/// One row after another, so that each knows its number.
class ExactPass {
 public:
  ExactPass(RowPieces& pieces, const GroupedFile& request, Findings& findings)
      : pieces_(pieces),
        request_(request),
        limits_(limits_of_piece(request)),
        findings_(findings),
        builder_(request.path, request.text.form, limits_, findings) {
    builder_.hand_on_to([this](const Cells& cells, int row) { add(cells, row); });
  }

  std::optional<GroupedPass> run() {
    RowPiece piece;
    while (pieces_.next(piece))
      if (!take(piece)) return std::nullopt;
    if (pieces_.has_failed() || !builder_.made()) return std::nullopt;
    if (!made_.headings) begin();
    tell_cells();
    return blocks(cells_) ? std::nullopt : std::optional(std::move(made_));
  }

 private:
  // The first of a column that went wrong as a whole; the rest is only counted.
  static constexpr int kShownCells = 50;

  const TableForm& form() const { return request_.text.form; }

  void begin() {
    made_.headings = *headings_;
    made_.rows = GroupedRows::of(request_.text.source, *made_.headings);
  }

  bool take(const RowPiece& piece) {
    made_.rows_before.push_back(before_);
    if (const std::size_t wrong = wrong_byte(piece.text); wrong != std::string_view::npos)
      return refuse_byte(std::string_view(piece.text).substr(0, wrong));
    count_own_letters(piece, request_, made_.own_letters);
    CsvRecords records(limits_, delimiter_of(form()), [&](const Cells& cells, int row) {
      at_ = row_position(piece.number, row);
      builder_.take(cells, before_ + row);
      if (!headings_ && builder_.begun() != nullptr) headings_ = builder_.begun()->without_rows();
    });
    auto stop = piece.ends_inside ? records.run_part(piece.text) : records.run(piece.text);
    if (stop == CsvRecords::Stop::none && records.row() - 1 > request_.rows - before_)
      stop = CsvRecords::Stop::rows;
    if (stop != CsvRecords::Stop::none) return refuse(stop, records);
    if (piece.ends_inside) return refuse_row(records.row());
    before_ += records.row() - 1;
    return !is_full_;
  }

  void add(const Cells& cells, int row) {
    if (!made_.headings) begin();
    if (!made_.rows || is_full_) return;
    made_.rows->add(cells, at_, [&](std::size_t column, std::string_view text) {
      refuse_cell({request_.path, row, headings_->file_column(static_cast<int>(column))}, text);
    });
    if (made_.rows->groups().size() > static_cast<std::size_t>(request_.limits.rows))
      refuse_groups(row);
  }

  bool refuse(CsvRecords::Stop stop, const CsvRecords& records) {
    TableLimits told = limits_;
    told.rows = request_.rows;
    const int row = stop == CsvRecords::Stop::rows ? request_.rows + 1 : before_ + records.row();
    report_stop(stop, told, {request_.path, row, records.column()}, findings_);
    return false;
  }

  bool refuse_byte(std::string_view before) {
    Place place = csv_place_behind(before, request_.path, limits_, form());
    place.row += before_;
    report_error(
        findings_, place, "table.encoding",
        {fmt::format("UTF-8の文字でないものがあります。groupで足し上げるファイルが{}バイトを"
                     "超えるときは、UTF-8にしてください",
                     request_.limits.bytes),
         fmt::format("here stands what is no UTF-8; a file of more than {} bytes whose "
                     "rows are added up by group has to be",
                     request_.limits.bytes)});
    return false;
  }

  bool refuse_row(int row) {
    report_error(findings_, {request_.path, before_ + row, 0}, "table.limit",
                 {fmt::format("行が{}バイトを超えています", request_.longest_row),
                  fmt::format("the row has more than {} bytes", request_.longest_row)});
    return false;
  }

  void refuse_groups(int row) {
    is_full_ = true;
    report_error(findings_, {request_.path, row, 0}, "table.limit",
                 {fmt::format("groupでまとめた行が{}を超えています。byの列を減らしてください",
                              request_.limits.rows),
                  fmt::format("the rows make more than {} groups; name fewer columns in by",
                              request_.limits.rows)});
  }

  void refuse_cell(Place place, std::string_view text) {
    if (++wrong_cells_ > kShownCells) return;
    report_error(cells_, std::move(place), "cell.number",
                 {fmt::format("「{}」は数値として読めません。数値に直すか、symbolsに記号を加えて"
                              "ください",
                              text),
                  fmt::format("\"{}\" is no number; mend it, or explain it under symbols", text)});
  }

  void tell_cells() {
    if (wrong_cells_ > kShownCells)
      report_error(
          cells_, {request_.path, 0, 0}, "cell.number",
          {fmt::format("数値として読めないセルがほかに{}あります", wrong_cells_ - kShownCells),
           fmt::format("{} more cells are no numbers", wrong_cells_ - kShownCells)});
    findings_.insert(findings_.end(), cells_.begin(), cells_.end());
  }

  RowPieces& pieces_;
  const GroupedFile& request_;
  TableLimits limits_;
  Findings& findings_;
  Findings cells_;  // told only where the table stands
  TableBuilder builder_;
  std::optional<Table> headings_;  // the builder's own are gone once its table is made
  GroupedPass made_;
  RowPosition at_ = 0;
  int before_ = 0;
  int wrong_cells_ = 0;
  bool is_full_ = false;
};

}  // namespace

std::optional<GroupedPass> grouped_quickly(RowPieces& pieces, const GroupedFile& request) {
  return QuickPass(pieces, request).run();
}

std::optional<GroupedPass> grouped_exactly(RowPieces& pieces, const GroupedFile& request,
                                           Findings& findings) {
  return ExactPass(pieces, request, findings).run();
}

}  // namespace yokoten
