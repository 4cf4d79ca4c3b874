#include "read/table_room.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace yokoten {
namespace {

constexpr std::size_t kAlways = 32U << 20U;  // bytes that a table may have, however short its file

}  // namespace

Message lack_of_room(const Table& table, const TableLimits& limits) {
  const std::int64_t cells = std::int64_t{table.rows()} * table.columns();
  if (cells > limits.cells)
    return {fmt::format("行と列を掛けたセルの数が{}を超えています", limits.cells),
            fmt::format("rows times columns are more than {} cells", limits.cells)};
  if (table.bytes() > limits.table)
    return {fmt::format("読んだ表が{}バイトを超えています", limits.table),
            fmt::format("the table that was read has more than {} bytes", limits.table)};
  return {};
}

TableLimits in_proportion(const TableLimits& limits, std::size_t decoded) {
  TableLimits own = limits;
  own.table = std::min(limits.table, 2 * decoded + kAlways);
  return own;
}

}  // namespace yokoten
