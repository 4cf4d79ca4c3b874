#include "check/mixed_percents.h"

#include <fmt/format.h>

#include <vector>

#include "check/told_cells.h"
#include "model/cell_number.h"

namespace yokoten {
namespace {

constexpr Decimal kNothing{0, 0}, kOne{1, 0};

// Rows of figures above 0 and up to 1 without a sign; none where others without one are larger, or
// percents with a sign are that small, since then these may be percents too.
std::vector<int> fractions_in(const Table& table, const Source& source, int column) {
  std::vector<int> rows;
  for (int row = 0; row < table.rows(); ++row) {
    const auto read = read_number(table.cell(row, column), source);
    if (!read || !read->value || compare(*read->value, kNothing) <= 0) continue;
    const bool is_small = compare(*read->value, kOne) <= 0;
    const bool has_sign = !read->counter.empty();
    if (is_small == has_sign) return {};
    if (is_small) rows.push_back(row);
  }
  return rows;
}

}  // namespace

void check_mixed_percents(const Subject& subject, int source, int column) {
  const Table& table = subject.table(source);
  const std::vector<int> rows = fractions_in(table, subject.source(source), column);
  tell_first(rows.size(), [&](std::size_t at, const Message& more) {
    const std::string_view cell = table.cell(rows[at], column);
    subject.warning(
        table.place(rows[at], column), "percent.fraction",
        {fmt::format("ほかのセルには%が付いているのに「{0}」には付いていません。このままでは {0}% "
                     "として載ります。表計算ソフトで%の書式が外れた値なら、100倍した値に直して"
                     "ください{1}",
                     cell, more.ja),
         fmt::format(
             "\"{0}\" has no percent sign, though other cells of its column have; as it is, "
             "{0}% is published; if its cell in the spreadsheet has lost the format of "
             "percents, write 100 times the number{1}",
             cell, more.en)});
  });
}

}  // namespace yokoten
