#include "model/release_changes.h"

#include <doctest/doctest.h>

using namespace yokoten;

namespace {

struct Releases {
  Publication publication;
  Areas areas;
  Measured measured;

  Releases() {
    publication.as_of = "2024-12-31";
    publication.indicators.emplace_back().id = "rate";
    Observation seen;
    seen.period = measured.cube.period_id(*parse_period("2024"));
    seen.value = parse_decimal("5.0");
    measured.cube.add(seen);
  }

  /// Keeps a release that says this of the nation.
  void keep(const std::string& date, const std::string& period, const std::string& value) {
    const int release = static_cast<int>(publication.releases.size());
    publication.releases.push_back({"releases/" + date + ".csv", date, true});
    ReleasedFigure figure;
    figure.indicator = "rate";
    figure.area_code = "000000";
    figure.period = period;
    figure.release = release;
    figure.value = parse_decimal(value);
    publication.released.push_back(figure);
  }

  ReleaseHistory history() const { return release_history(publication, areas, measured); }
};

}  // namespace

TEST_CASE("a figure of the same value with other decimals has not changed") {
  Releases releases;
  releases.keep("2024-06", "2024", "5");
  CHECK(releases.history().releases().back().changed.empty());
}

TEST_CASE("a changed figure is known before and after") {
  Releases releases;
  releases.keep("2024-06", "2024", "4.9");
  const auto changed = releases.history().releases().back().changed;
  REQUIRE(changed.size() == 1);
  CHECK(to_text(*changed[0].before.value) == "4.9");
  CHECK(to_text(*changed[0].after.value) == "5.0");
}

TEST_CASE("a figure of an indicator that there is no more is gone") {
  Releases releases;
  releases.keep("2023-12", "2024", "5");
  releases.publication.released[0].indicator = "share";
  CHECK(releases.history().releases().back().gone == 1);
}

TEST_CASE("a figure of a municipality whose code has gone is gone, and counted where it was") {
  Releases releases;
  releases.keep("2023-12", "2024", "5");
  releases.publication.released[0].area_code = "312011";
  const auto all = releases.history().releases();
  CHECK(all.front().figures == 1);
  CHECK(all.back().gone == 1);
}

TEST_CASE("a reason in place of a figure is no figure of a release") {
  Releases releases;
  Observation silent;
  silent.period = releases.measured.cube.period_id(*parse_period("2023"));
  silent.missing = Missing::not_published;
  releases.measured.cube.add(silent);
  const ReleaseChanges only = releases.history().releases().back();
  CHECK(only.figures == 1);
  CHECK(only.added == std::map<int, int>{{0, 1}});
}

TEST_CASE("releases stand in the order of their dates, whatever the order of their files") {
  Releases releases;
  releases.keep("2024-06-30", "2024", "5");
  releases.keep("2023-12", "2024", "5");
  const auto all = releases.history().releases();
  REQUIRE(all.size() == 3);
  CHECK(all[0].date == "2023-12");
  CHECK(all[2].date == "2024-12-31");
}

TEST_CASE("a figure of a period that is gone is kept with the newest release that had it") {
  Releases releases;
  releases.keep("2023-06", "2023", "3");
  releases.keep("2023-12", "2023", "4");
  const auto past = releases.history().past;
  REQUIRE(past.size() == 1);
  CHECK(past[0].release == "2023-12");
  CHECK(to_text(*past[0].said.value) == "4");
}

TEST_CASE("a release of the publication's own date is no earlier one") {
  Releases releases;
  releases.keep("2024-12-31", "2024", "4");
  CHECK_FALSE(releases.history().has_earlier());
}

TEST_CASE("a release that is not shown is not compared") {
  Releases releases;
  releases.keep("2024-06", "2024", "4.9");
  releases.publication.releases[0].is_shown = false;
  CHECK_FALSE(releases.history().has_earlier());
}

TEST_CASE("a value that only an earlier release has stands before today's") {
  Releases releases;
  releases.keep("2023-12", "2023", "4");
  know_released_periods(releases.publication, releases.measured);
  const ReleaseHistory history = releases.history();
  const auto earlier = history.earlier_of(0, Areas::nation);
  REQUIRE(earlier.size() == 1);
  CHECK(to_text(*earlier[0].value) == "4");
  CHECK(releases.measured.cube.period(earlier[0].period) == *parse_period("2023"));
}

TEST_CASE("a plan of an earlier release is no value of the past") {
  Releases releases;
  releases.keep("2023-12", "2023", "4");
  releases.publication.released[0].flags = planned;
  know_released_periods(releases.publication, releases.measured);
  CHECK(releases.history().earlier.empty());
}

TEST_CASE("what releases said of a figure is told oldest first") {
  Releases releases;
  releases.keep("2024-06", "2024", "4.9");
  releases.keep("2023-12", "2024", "4.8");
  const auto sayings =
      released_sayings(releases.publication, releases.areas, releases.measured.cube,
                       *releases.measured.cube.all().begin());
  REQUIRE(sayings.size() == 2);
  CHECK(sayings[0].date == "2023-12");
  CHECK(to_text(*sayings[1].said.value) == "4.9");
}
