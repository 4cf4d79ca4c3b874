#include <doctest/doctest.h>

#include "measure/first_rows.h"

using namespace yokoten;

namespace {

/// Rows of areas one after the other, each with all its periods.
RowKeys keys_by_area(int areas) {
  RowKeys keys;
  for (int area = 0; area < areas; ++area)
    for (int period = 0; period < 10; ++period) keys.push_back({area, period, 0});
  return keys;
}

}  // namespace

TEST_CASE("rows whose keys ascend differ") { CHECK(keys_by_area(100).differ()); }

TEST_CASE("rows in any other order differ as long as none comes twice") {
  RowKeys keys = keys_by_area(100);
  for (int area = 0; area < 100; ++area) keys.push_back({area, 3, 1});
  CHECK(keys.differ());
}

TEST_CASE("a row that comes again right below does not differ") {
  RowKeys keys = keys_by_area(100);
  keys.push_back({99, 9, 0});
  CHECK_FALSE(keys.differ());
}

TEST_CASE("a row that comes again far below does not differ") {
  RowKeys keys = keys_by_area(100);
  keys.push_back({2, 5, 0});
  CHECK_FALSE(keys.differ());
}
