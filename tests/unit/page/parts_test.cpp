#include <doctest/doctest.h>

#include "small_book.h"

#include "page/parts_of.h"

using namespace yokoten;

namespace {

/// The SmallBook with an indicator by date of start: 鳥取県's second part and all of 島根県 are
/// hidden, the nation has all three; cities have none.
struct PartsBook {
  SmallBook small;
  std::vector<ChartRequest> asked;
  std::vector<SiteFile> files;

  PartsBook() {
    small.draw = [this](const ChartRequest& request) {
      asked.push_back(request);
      return Drawing{"<svg/>", "{}", "<svg/>"};
    };
    Indicator& start = small.publication.indicators.emplace_back(small.publication.indicators[0]);
    start.id = "start";
    start.title = start.short_title = "開始時期";
    start.kind = IndicatorKind::count;
    start.unit = start.count_unit = "団体";
    start.numerator_name = "団体数";
    start.denominator = {};
    start.decimals = 0;
    start.total = false;
    start.by = Selection{"start", {}};
    for (const auto& [code, tottori, nation] :
         {std::tuple{"第一期", "5", "235"}, {"第二期", "x", "940"}, {"第三期", "1", "47"}}) {
      add(SmallBook::tottori, code, tottori);
      add(SmallBook::shimane, code, "x");
      add(Areas::nation, code, nation);
    }
    small.book.prepare();
  }

  void add(int area, const char* code, const char* value, const char* when = "2024-11") {
    Observation seen;
    seen.indicator = 1;
    seen.area = area;
    seen.period = small.measured.cube.period_id(*parse_period(when));
    seen.breakdown = small.measured.breakdown_id({{"start", code}});
    seen.value = seen.numerator = parse_decimal(value);
    if (!seen.value) seen.missing = Missing::suppressed;
    seen.source = 0;
    small.measured.cube.add(seen);
  }

  /// The numbers that stand beside the block, as its CSV has them.
  std::string numbers(const char* block, const char* options, int area) {
    small.book.prepare();
    Context context = small.page;
    context.area = area;
    small.html(block, options, context);
    std::string csv;
    for (const SiteFile& file : context.files)
      if (file.path.ends_with(".csv")) csv = file.bytes.substr(file.bytes.find('\n') + 1);
    return csv;
  }
  std::string heading(const char* block, const char* options, int area) {
    Context context = small.page;
    context.area = area;
    small.html(block, options, context);
    const std::string csv = context.files.front().bytes;
    return csv.substr(3, csv.find('\n') - 3);  // behind the byte order mark
  }
};

const char* const running_start = "indicator = \"start\"\ncumulative = true";
const char* const start_only = "indicator = \"start\"";
const char* const start_beside_nation = "indicator = \"start\"\nwith = [\"nation\"]";

}  // namespace

TEST_CASE("a hidden part stays with its reason, and a running total ends before it") {
  PartsBook parts;
  CHECK(parts.numbers("columns", running_start, SmallBook::tottori) ==
        "第一期,5,5\n第二期,秘匿,秘匿\n第三期,1,値なし\n");
  const ChartRequest& chart = parts.asked.back();
  CHECK_FALSE(chart.data[1].value);
  CHECK_FALSE(chart.data[2].value);
  CHECK(contains(chart.description, "第二期 秘匿"));
}

TEST_CASE("a part that only others have is missing and not left out") {
  PartsBook parts;
  parts.add(Areas::nation, "第四期", "3");
  CHECK(parts.numbers("parts", start_only, SmallBook::tottori) ==
        "第一期,5\n第二期,秘匿\n第三期,1\n第四期,公表資料に未掲載\n");
}

TEST_CASE("an area whose parts are all hidden shows its reasons and no other area's figures") {
  PartsBook parts;
  CHECK(parts.numbers("columns", running_start, SmallBook::shimane) ==
        "第一期,秘匿,秘匿\n第二期,秘匿,秘匿\n第三期,秘匿,秘匿\n");
  CHECK(parts.asked.back().title == "開始時期");
}

TEST_CASE("columns of kinds are no times, and say their numbers with the unit") {
  PartsBook parts;
  parts.small.publication.labels["start"] = {
      {"第一期", "要介護1"}, {"第二期", "要介護2"}, {"第三期", "要介護3"}};
  CHECK(!parts.small.html("columns", start_only, Areas::nation).empty());
  CHECK(!parts.asked.back().of_kinds);
  CHECK(contains(parts.asked.back().description, "要介護1 235団体"));
  parts.small.publication.indicators[1].by = Selection{"level", {}};
  parts.small.publication.labels["level"] = {{"1", "要介護1"}, {"2", "要介護2"}};
  for (const char* code : {"1", "2"}) {
    Observation seen = *parts.small.measured.cube.figures(1).begin();
    seen.area = Areas::nation;
    seen.breakdown = parts.small.measured.breakdown_id({{"level", code}});
    seen.value = seen.numerator = Decimal{235, 0};
    seen.missing = Missing::none;
    parts.small.measured.cube.add(seen);
  }
  parts.small.book.prepare();
  CHECK(parts.heading("columns", start_only, Areas::nation) == "区分,団体数");
  CHECK(parts.asked.back().of_kinds);
}

TEST_CASE("what columns of a count say is in its own unit") {
  PartsBook parts;
  parts.small.publication.indicators[1].count_unit.clear();
  parts.small.publication.indicators[1].numerator_name.clear();
  parts.small.html("columns", start_only, Areas::nation);
  CHECK(parts.asked.back().unit == "団体");
  CHECK(parts.heading("columns", start_only, Areas::nation) == "時期,開始時期（団体）");
}

TEST_CASE("parts of the nation on the page of an area without any say whose they are") {
  PartsBook parts;
  CHECK(parts.numbers("columns", start_only, SmallBook::yonago) ==
        "第一期,235\n第二期,940\n第三期,47\n");
  CHECK(parts.asked.back().title == "全国の開始時期");
  CHECK(parts.asked.back().description.starts_with("全国の開始時期"));
  CHECK(parts.heading("columns", start_only, SmallBook::yonago) == "時期,全国の団体数");
  CHECK(parts.heading("parts", start_only, SmallBook::yonago) == "名称,全国の開始時期（団体）");
}

TEST_CASE("every part of a stack stands under its own heading") {
  PartsBook parts;
  CHECK(parts.numbers("stack", start_beside_nation, SmallBook::tottori) ==
        "鳥取県,5,秘匿,1\n全国,235,940,47\n");
  CHECK(parts.heading("stack", start_beside_nation, SmallBook::tottori) ==
        "名称,第一期,第二期,第三期");
  for (const ChartDatum& datum : parts.asked.back().data)
    CHECK(datum.part == (datum.series == "第一期" ? 0 : datum.series == "第二期" ? 1 : 2));
}

TEST_CASE("parts that stand in one chart are of one period, that of most of them") {
  PartsBook parts;
  parts.add(SmallBook::tottori, "第二期", "7", "2025-11");
  parts.add(SmallBook::tottori, "第三期", "2", "2025-11");
  CHECK(parts.numbers("columns", running_start, SmallBook::tottori) == "第二期,7,7\n第三期,2,9\n");
  CHECK(parts.asked.back().as_of == "2025年11月時点");
}

TEST_CASE("a table of parts has a column for each part that any area has") {
  PartsBook parts;
  const char* options = "indicators = [\"start\"]\nby = true\nlevel = \"prefecture\"";
  parts.small.measured.cube.suppress(
      1, Areas::nation,
      newest_figure(parts.small.book, 1, Areas::nation, "第二期").observation->period,
      parts.small.measured.cube.find_breakdown("start=第二期"));
  const std::string html = parts.small.html("table", options, Areas::none);
  for (const char* code : {"第一期", "第二期", "第三期"}) CHECK(contains(html, code));
  CHECK(contains(html, "秘匿"));
}

TEST_CASE("an area has a value where any of its parts has one; hidden parts are counted apart") {
  PartsBook parts;
  parts.small.publication.indicators[1].levels = {AreaLevel::prefecture};
  const std::string html = parts.small.html("status", "indicators = [\"start\"]", Areas::none);
  CHECK(contains(html, "1 / 2"));
  CHECK(contains(html, "秘匿 1、内訳の一部が秘匿 1"));
}

TEST_CASE("the evidence of parts tells the hidden one") {
  PartsBook parts;
  CHECK(contains(parts.small.html("evidence", "indicators = [\"start\"]", SmallBook::tottori),
                 "第二期 <b>秘匿</b>"));
}
