#include "measure/answered.h"

#include <doctest/doctest.h>

using namespace yokoten;

TEST_CASE("the later of two answers is the larger one, however the form writes it") {
  CHECK(answered_at("2025/7/1 9:05") < answered_at("2025/10/01 8:00"));
  CHECK(answered_at("2025-07-01 09:05") < answered_at("2025-07-01 10:04"));
  CHECK(answered_at("令和7年7月1日 9時5分") < answered_at("令和7年7月10日 0時0分"));
  CHECK(answered_at("２０２５／７／１") < answered_at("２０２５／１１／１"));
  CHECK(answered_at("45839.41") < answered_at("45839.5"));
}

TEST_CASE("afternoon is later than morning") {
  CHECK(answered_at("2025/7/1 午前11:00") < answered_at("2025/7/1 午後1:00"));
  CHECK(answered_at("2025/7/1 11:00 AM") < answered_at("2025/7/1 1:00 PM"));
  CHECK(answered_at("2025/7/1 午後12:30") < answered_at("2025/7/1 午後1:00"));
}

TEST_CASE("a text without a number is no time") { CHECK(answered_at("未回答").empty()); }
