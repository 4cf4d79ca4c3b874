#include "model/printed_share.h"

#include <algorithm>

namespace yokoten {
namespace {

constexpr int sure_places = 9;  // of a binary number with three digits before its point: 13

}  // namespace

bool agrees_with_parts(Decimal printed, Decimal above, Decimal below, int decimals) {
  const Decimal said =
      trimmed(printed.scale > sure_places ? rounded(printed, sure_places) : printed);
  const auto right = quotient(above, below, std::max(decimals, said.scale), 100);
  return right && compare(*right, said) == 0;
}

bool is_unrounded(Decimal number) { return number.scale > sure_places; }

Decimal short_decimal(Decimal number, int decimals) {
  return is_unrounded(number) ? rounded(number, decimals) : number;
}

}  // namespace yokoten
