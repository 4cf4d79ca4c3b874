#include "measure/answered.h"

#include <doctest/doctest.h>

#include <initializer_list>

using namespace yokoten;

namespace {

bool is_before(std::string_view a, std::string_view b) {
  const auto first = answered_at(a), second = answered_at(b);
  REQUIRE(first.has_value());
  REQUIRE(second.has_value());
  return is_surely_before(*first, *second);
}

}  // namespace

TEST_CASE("the later of two answers is later, however the form writes it") {
  CHECK(is_before("2025/7/1 9:05", "2025/10/01 8:00"));
  CHECK(is_before("2025-07-01 09:05", "2025-07-01T10:04:30.250"));
  CHECK(is_before("令和7年7月1日 9時5分", "令和7年7月10日 0時0分"));
  CHECK(is_before("２０２５／７／１", "２０２５／１１／１"));
  CHECK(is_before("45839.41", "45839.5"));
}

TEST_CASE("years of eras stand among those of the West") {
  CHECK(is_before("2025/7/4 9:00", "令和7年8月1日 9:00"));
  CHECK(is_before("R7.8.1", "2025-08-02"));
  CHECK(is_before("45839", "令和7年7月2日(水) 午前9時"));
}

TEST_CASE("afternoon is later than morning") {
  CHECK(is_before("2025/7/1 午前11:00", "2025/7/1 午後1:00"));
  CHECK(is_before("2025/7/1 11:00 AM", "2025/7/1 1:00 PM"));
  CHECK(is_before("2025/7/1 午後12:30", "2025/7/1 午後1:00"));
  CHECK(is_before("2025/7/1 午前12:30", "2025/7/1 午前1:00"));
  CHECK(is_before("2025/07/01 9:05:00 午前 GMT+9", "2025/07/01 1:05:00 午後 GMT+9"));
}

TEST_CASE("a day without a time is neither before nor behind a time of that day") {
  CHECK_FALSE(is_before("2025/7/1", "2025/7/1 9:05"));
  CHECK_FALSE(is_before("2025/7/1 9:05", "2025/7/1"));
  CHECK_FALSE(is_before("2025/7/1 9:05", "2025/7/1 9:05:30"));
}

TEST_CASE("what has no sure place in time is no time") {
  for (const char* text :
       {"未回答", "", "8月1日", "8/1/2025", "8/1/2025 9:05", "令和7年", "25/7/1", "2025/7/1 25:00",
        "2025/7/1 9:75", "2025/7/1 午前13:00", "9:05", "2025-07-01T09:05:00Z", "2025/13/1 9:05"}) {
    CAPTURE(text);
    CHECK_FALSE(answered_at(text).has_value());
  }
}
