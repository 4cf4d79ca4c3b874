#pragma once

#include <doctest/doctest.h>

#include "measure/measure.h"
#include "unit/measure/small_country.h"

namespace yokoten {

struct Measuring : SmallCountry {
  Measured measured;

  void measure() {
    auto made = yokoten::measure(publication, areas, findings);
    REQUIRE(made);
    measured = std::move(*made);
  }

  Observation at(const std::string& code, const std::string& breakdown = "",
                 const std::string& period = "2024-09", int indicator = 0) {
    const int part = measured.cube.find_breakdown(breakdown);
    const FoundObservation found =
        part < 0 ? FoundObservation()
                 : measured.cube.find(indicator, area(code),
                                      measured.cube.period_id(*parse_period(period)), part);
    CHECK(found != nullptr);
    return *found;
  }

  bool has(const std::string& code, const std::string& breakdown) {
    const int part = measured.cube.find_breakdown(breakdown);
    return part >= 0 &&
           measured.cube.find(0, area(code), measured.cube.period_id(*parse_period("2024-09")),
                              part) != nullptr;
  }

  /// A table of cases by area.
  Source& counts(std::initializer_list<Cells> rows) {
    Source& made = source("counts", {"都道府県", "件数"}, rows);
    made.measures = {{"cases", "件数"}};
    return made;
  }

  /// A table of yen by area and item.
  Source& costs(std::initializer_list<Cells> rows) {
    Source& made = source("costs", {"都道府県", "費目", "円"}, rows);
    made.breakdown = {{"item", "費目"}};
    made.measures = {{"yen", "円"}};
    return made;
  }

  /// Both prefectures: 234 of 948 and 34 of 1346.
  Source& offices() {
    Source& made = source("offices", {"都道府県", "事業所", "申請"},
                          {{"鳥取県", "948", "234"}, {"島根県", "1,346", "34"}});
    made.measures = {{"offices", "事業所"}, {"applications", "申請"}};
    return made;
  }

  /// 境港市 alone: 20 of 64.
  Source& listed_city() {
    Source& made = cities("cities", {"市区町村", "事業所", "申請"}, {{"鳥取県境港市", "64", "20"}});
    made.measures = {{"offices", "事業所"}, {"applications", "申請"}};
    return made;
  }

  /// Bodies by period of start, in both prefectures.
  Source& starts() {
    Source& made = source("starts", {"都道府県", "第一期", "第二期"},
                          {{"鳥取県", "1", "3"}, {"島根県", "4", "0"}});
    made.unpivots = {{"start", "bodies", {{"第一期", "第一期"}, {"第二期", "第二期"}}, ""}};
    return made;
  }
};

}  // namespace yokoten
