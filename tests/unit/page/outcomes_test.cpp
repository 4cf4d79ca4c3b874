#include <doctest/doctest.h>

#include "small_book.h"

using namespace yokoten;

namespace {

/// The SmallBook with indicators of what offices report before and after.
struct OutcomeBook {
  SmallBook small;

  int add(const char* id, Outcome outcome) {
    Indicator& made = small.publication.indicators.emplace_back();
    made.id = id;
    made.title = made.short_title = id;
    made.kind = IndicatorKind::outcome;
    made.decimals = 1;
    made.outcome = OutcomeFormula{outcome, {"size"}, {10, 30}};
    return static_cast<int>(small.publication.indicators.size()) - 1;
  }
  /// What one group of offices reports in a fiscal year.
  void report(int indicator, int year, int left_out, int pairs, const char* part = "") {
    OutcomeSummary& made = small.measured.outcomes.emplace_back();
    Cube& cube = small.measured.cube;
    made.indicator = indicator;
    made.area = Areas::nation;
    made.period = cube.period_id(*parse_period(std::to_string(year) + "FY"));
    made.breakdown = cube.breakdown_id(part);
    made.outcome =
        small.publication.indicators[static_cast<std::size_t>(indicator)].outcome->outcome;
    made.left_out = left_out;
    made.offices.resize(static_cast<std::size_t>(pairs));
    made.before.mean = made.after.mean = made.change.mean = Decimal{1, 0};
  }
  std::string html(const std::string& options) {
    small.publication.labels["size"] = {{"1-9", "職員9人以下"}, {"10-29", "職員10～29人"}};
    small.book.prepare();
    return small.html("outcomes", options, Areas::none);
  }
  void ask_second_part(Outcome outcome) {
    ReportForm& form = small.publication.sources.front().report.emplace();
    form.pairs.push_back({outcome, "前", "後", true});
  }
};

}  // namespace

TEST_CASE("a table of several outcomes says of each how many reports were left out") {
  OutcomeBook book;
  book.report(book.add("hours", Outcome::hours), 2025, 6, 12);
  book.report(book.add("stress", Outcome::stress), 2025, 2, 12);
  CHECK(contains(book.html("indicators = [\"hours\", \"stress\"]\n"),
                 "除いた報告: hoursは6件、stressは2件。"));
}

TEST_CASE("a table by year says of each year how many reports were left out") {
  OutcomeBook book;
  const int hours = book.add("hours", Outcome::hours);
  book.report(hours, 2024, 1, 12);
  book.report(hours, 2025, 6, 12);
  CHECK(contains(book.html("indicators = [\"hours\"]\nby = \"year\"\n"),
                 "2025年度は6件、2024年度は1件。"));
}

TEST_CASE("offices too small to be asked for the second part of the form are none of it") {
  OutcomeBook book;
  book.ask_second_part(Outcome::stress);
  const int stress = book.add("stress", Outcome::stress);
  book.report(stress, 2025, 0, 12);
  book.report(stress, 2025, 0, 0, "size=1-9");
  book.report(stress, 2025, 0, 0, "size=10-29");
  const std::string html = book.html("indicators = [\"stress\"]\nby = \"size\"\n");
  CHECK(contains(html.substr(html.find("職員9人以下"), 200), "該当なし"));
  CHECK(contains(html.substr(html.find("職員10～29人"), 200), "未報告"));
}

TEST_CASE("small offices that are asked, and have not reported, are said to have not") {
  OutcomeBook book;
  const int hours = book.add("hours", Outcome::hours);
  book.report(hours, 2025, 0, 12);
  book.report(hours, 2025, 0, 0, "size=1-9");
  const std::string html = book.html("indicators = [\"hours\"]\nby = \"size\"\n");
  CHECK(contains(html.substr(html.find("職員9人以下"), 200), "未報告"));
}

TEST_CASE("an end of an interval beside 0 has so many digits that its sign is seen") {
  OutcomeBook book;
  book.report(book.add("hours", Outcome::hours), 2025, 0, 12);
  book.small.measured.outcomes.back().low = Decimal{-1300000, 6};
  book.small.measured.outcomes.back().high = Decimal{33333, 6};
  CHECK(contains(book.html("indicators = [\"hours\"]\n"), "−1.3 ～ +0.03"));
}

TEST_CASE("a table whose changes don't come out of the means that it shows says why, once") {
  OutcomeBook book;
  book.report(book.add("hours", Outcome::hours), 2025, 0, 12);
  OutcomeSummary& made = book.small.measured.outcomes.back();
  made.before.mean = Decimal{159539, 3};
  made.after.mean = Decimal{154789, 3};
  made.change.mean = Decimal{-4750, 3};
  const std::string said = "変化は四捨五入する前の平均から計算しているため";
  CHECK(contains(book.html("indicators = [\"hours\"]\n"), said));
  made.change.mean = Decimal{-4730, 3};
  CHECK(!contains(book.html("indicators = [\"hours\"]\n"), said));
}

TEST_CASE("below a table whose whole is hidden no number of reports that were left out stands") {
  OutcomeBook book;
  book.report(book.add("hours", Outcome::hours), 2025, 0, 12);
  book.small.measured.outcomes.back().hidden = true;
  const std::string html = book.html("indicators = [\"hours\"]\n");
  CHECK(contains(html, "除いた報告の数は秘匿です。"));
  CHECK(!contains(html, "0件"));
}

namespace {

/// Reports and a figure of the nation for 2024 and 2025.
void add_two_years(OutcomeBook& book) {
  const int hours = book.add("hours", Outcome::hours);
  for (const int year : {2024, 2025}) {
    book.report(hours, year, 0, 12);
    Observation seen{.indicator = hours, .area = Areas::nation};
    seen.period = book.small.measured.outcomes.back().period;
    seen.value = Decimal{1, 0};
    book.small.measured.cube.add(seen);
  }
}

}  // namespace

TEST_CASE("a chart by year says so and is dated with all its years, in its picture too") {
  OutcomeBook book;
  add_two_years(book);
  ChartRequest drawn;
  book.small.draw = [&](const ChartRequest& request) {
    drawn = request;
    return Drawing{};
  };
  const std::string html = book.html("indicators = [\"hours\"]\nby = \"year\"\n");
  CHECK(drawn.title == "hours、年度ごと");
  CHECK(drawn.as_of == "2025年度、2024年度");
  const std::string figure = html.substr(html.find("<figure"), html.find("</figure>"));
  CHECK(contains(figure, "<figcaption>hours、年度ごと"));
  CHECK(contains(figure, "<span>2025年度、2024年度</span>"));
}

TEST_CASE("a chart by a part says by which, and is dated with the year of the reports") {
  OutcomeBook book;
  const int hours = book.add("hours", Outcome::hours);
  for (const char* part : {"", "size=1-9"}) {
    book.report(hours, 2025, 0, 12, part);
    Observation seen{.indicator = hours, .area = Areas::nation};
    seen.period = book.small.measured.outcomes.back().period;
    seen.breakdown = book.small.measured.outcomes.back().breakdown;
    seen.value = Decimal{1, 0};
    book.small.measured.cube.add(seen);
  }
  ChartRequest drawn;
  book.small.draw = [&](const ChartRequest& request) {
    drawn = request;
    return Drawing{};
  };
  book.html("indicators = [\"hours\"]\nby = \"size\"\n");
  CHECK(drawn.title == "hours、職員の人数ごと");
  CHECK(drawn.as_of == "2025年度");
  const std::string html = book.html(
      "indicators = [\"hours\"]\nby = \"size\"\n"
      "caption = \"職員の人数ごとの前と後\"\n");
  CHECK(drawn.title == "hours、職員の人数ごと");
  CHECK(contains(html, "<figcaption>hours<small>職員の人数ごとの前と後</small>"));
}

TEST_CASE("below a table by year stand all its years") {
  OutcomeBook book;
  add_two_years(book);
  const std::string html = book.html("indicators = [\"hours\"]\nby = \"year\"\n");
  CHECK(contains(html, "2025年度、2024年度</span>"));
}
