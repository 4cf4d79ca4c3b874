#include <doctest/doctest.h>

#include "difference/cause_words.h"
#include "difference/definition_changes.h"
#include "difference/difference.h"
#include "difference/figure_changes.h"
#include "difference/rank_changes.h"

using namespace yokoten;

namespace {

const FigureKey tottori{"users", "312011", "2024", ""};

ToldFigure told(std::int64_t value, const std::string& flags = "") {
  ToldFigure figure;
  figure.numerator = figure.value = Decimal{value, 0};
  figure.unit = "人";
  figure.flags = flags;
  figure.source = "list";
  return figure;
}

BuildFacts facts() {
  BuildFacts made;
  made.indicators.push_back({"users", "利用者", "人", 0, false, Better::higher, "d1", {"list"}});
  made.sources.push_back({"list", "一覧", "raw/list.csv", "2024-03-31", "2024-04", "h1", "r1", ""});
  return made;
}

/// Two sides that know all of each other and have one figure.
struct TwoSides {
  Snapshot before, after;
  std::vector<AreaChange> areas;

  TwoSides() {
    before.facts = after.facts = facts();
    before.figures[tottori] = told(40);
    after.figures[tottori] = told(41);
  }
  std::vector<IndicatorChanges> changes() const { return figure_changes(before, after, areas); }
  Reason reason() const {
    const auto all = changes();
    REQUIRE(all.size() == 1);
    REQUIRE(all[0].revised.size() == 1);
    REQUIRE(all[0].revised[0].reasons.size() == 1);
    return all[0].revised[0].reasons[0];
  }
};

}  // namespace

TEST_CASE_FIXTURE(TwoSides, "figures that are the same are no change") {
  after.figures = before.figures;
  CHECK(changes().empty());
}

TEST_CASE_FIXTURE(TwoSides, "a revised figure tells by how much, exactly") {
  before.figures[tottori].value = Decimal{401, 1};
  const auto all = changes();
  CHECK(to_text(*all.at(0).revised.at(0).by) == "0.9");
}

TEST_CASE_FIXTURE(TwoSides, "the largest change stands first") {
  before.figures[{"users", "312029", "2024", ""}] = told(10);
  after.figures[{"users", "312029", "2024", ""}] = told(30);
  CHECK(changes().at(0).revised.at(0).key.area_code == "312029");
}

TEST_CASE_FIXTURE(TwoSides, "nobody invents a reason") { CHECK(reason().cause == Cause::unknown); }

TEST_CASE_FIXTURE(TwoSides, "another file of the source is a reason, with both dates") {
  after.facts->sources[0].sha256 = "h2";
  after.facts->sources[0].as_of = "2025-03-31";
  CHECK(reason() == Reason{Cause::source_file, "list (2024-03-31 → 2025-03-31)"});
}

TEST_CASE_FIXTURE(TwoSides, "a correction that only one side has is a reason") {
  after.facts->corrections.push_back({"list", "人", "40", "41", "誤記", 2, {"users 312011 2024"}});
  CHECK(reason() == Reason{Cause::correction, "list:2 人: 40 → 41"});
}

TEST_CASE_FIXTURE(TwoSides, "a correction that both sides have is none") {
  before.facts->corrections.push_back({"list", "人", "40", "41", "誤記", 2, {"users 312011 2024"}});
  after.facts->corrections = before.facts->corrections;
  CHECK(reason().cause == Cause::unknown);
}

TEST_CASE_FIXTURE(TwoSides, "a provisional figure that became final says so") {
  before.figures[tottori].flags = "provisional";
  CHECK(reason() == Reason{Cause::status, "provisional → -"});
}

TEST_CASE("the status of a figure is told in the language of the report") {
  const Reason changed{Cause::status, "provisional corrected → -"};
  CHECK(reason_words(changed, Language::ja) == "速報・確報などの別：暫定・訂正 → -");
  CHECK(reason_words(changed, Language::en) == "status of the figure: provisional, corrected → -");
}

TEST_CASE_FIXTURE(TwoSides, "a figure that is hidden now says so") {
  after.figures[tottori].value = after.figures[tottori].numerator = std::nullopt;
  after.figures[tottori].missing = "suppressed";
  CHECK(reason().cause == Cause::disclosure);
}

TEST_CASE_FIXTURE(TwoSides, "an indicator that is computed otherwise is a reason") {
  after.facts->indicators[0].definition = "d2";
  CHECK(reason() == Reason{Cause::definition, "users"});
}

TEST_CASE_FIXTURE(TwoSides, "the same parts with another value were rounded otherwise") {
  after.figures[tottori] = before.figures[tottori];
  after.figures[tottori].value = Decimal{401, 1};
  CHECK(reason().cause == Cause::rounding);
}

TEST_CASE_FIXTURE(TwoSides, "a source that does not go out is only presumed to have changed") {
  before.facts->sources[0].sha256 = after.facts->sources[0].sha256 = "";
  CHECK(reason() == Reason{Cause::closed_source, "list"});
}

TEST_CASE_FIXTURE(TwoSides, "a file that merely does not go out any more is no other file") {
  after.figures[tottori].value = after.figures[tottori].numerator = std::nullopt;
  after.figures[tottori].missing = "suppressed";
  after.facts->sources[0].sha256 = "";
  after.facts->sources[0].disclosure = "rule";
  const auto reasons = changes().at(0).revised.at(0).reasons;
  CHECK(std::ranges::none_of(reasons,
                             [](const Reason& each) { return each.cause == Cause::source_file; }));
}

TEST_CASE_FIXTURE(TwoSides,
                  "hiding gives no figure another value: the file is presumed to be another") {
  after.facts->sources[0].sha256 = "";
  after.facts->sources[0].disclosure = "rule";
  const auto reasons = changes().at(0).revised.at(0).reasons;
  REQUIRE(reasons.size() == 2);
  CHECK(reasons[0] == Reason{Cause::disclosure, "list"});
  CHECK(reasons[1] == Reason{Cause::closed_source, "list"});
}

TEST_CASE_FIXTURE(TwoSides, "an area that became another one is told by the lists of areas") {
  before.figures[{"users", "310001", "2024", ""}] = told(3);
  areas.push_back({"2025-01-01", "編入", "310001", "鳥取県旧町", "312011", "鳥取県鳥取市", "", ""});
  const auto all = changes();
  CHECK(all.at(0).removed.at(0).reasons.at(0).cause == Cause::boundary);
  CHECK(all.at(0).revised.at(0).reasons.at(0).cause == Cause::boundary);
}

TEST_CASE_FIXTURE(TwoSides, "without the record of a build most reasons are unknown") {
  before.facts.reset();
  CHECK(reason().cause == Cause::unknown);
}

TEST_CASE("places that are not the same are told, those who moved farthest first") {
  Snapshot before;
  before.facts = facts();
  for (const auto& [area, value] : {std::pair("010006", 10), std::pair("020001", 20),
                                    std::pair("030007", 30), std::pair("040002", 5)})
    before.figures[{"users", area, "2024", ""}] = told(value);
  Snapshot after = before;
  after.figures[{"users", "010006", "2024", ""}] = told(40);
  const auto ranks = rank_changes(before, after);
  REQUIRE(ranks.size() == 1);
  REQUIRE(ranks[0].areas.size() == 3);
  CHECK(ranks[0].areas[0].area_code == "010006");
  CHECK(ranks[0].areas[0].before == 3);
  CHECK(ranks[0].areas[0].after == 1);
}

TEST_CASE("equals share a place") {
  Snapshot before;
  before.facts = facts();
  for (const auto& [area, value] :
       {std::pair("010006", 10), std::pair("020001", 20), std::pair("030007", 30)})
    before.figures[{"users", area, "2024", ""}] = told(value);
  Snapshot after = before;
  after.figures[{"users", "020001", "2024", ""}] = told(30);
  const auto ranks = rank_changes(before, after);
  REQUIRE(ranks.at(0).areas.size() == 1);
  CHECK(ranks[0].areas[0].after == 1);
}

TEST_CASE_FIXTURE(TwoSides, "figures of an indicator that is new have that reason, and no other") {
  before.facts->indicators.clear();
  before.figures.clear();
  const auto all = changes();
  CHECK(all.at(0).added.at(0).reasons == std::vector<Reason>{{Cause::new_indicator, "users"}});
}

TEST_CASE_FIXTURE(TwoSides, "figures of an indicator that was taken out have that reason") {
  after.facts->indicators.clear();
  after.figures.clear();
  CHECK(changes().at(0).removed.at(0).reasons ==
        std::vector<Reason>{{Cause::no_indicator, "users"}});
}

TEST_CASE_FIXTURE(TwoSides, "a figure that falls out is withdrawn, by its own source") {
  after.figures[tottori] = {};
  after.figures[tottori].missing = "not_published";
  after.facts->sources[0].sha256 = "h2";
  const auto all = changes();
  CHECK(all.at(0).revised.empty());
  REQUIRE(all.at(0).removed.size() == 1);
  CHECK(all.at(0).removed[0].reasons == std::vector<Reason>{{Cause::source_file, "list"}});
}

TEST_CASE_FIXTURE(TwoSides, "a row without a number is no figure that was added") {
  after.figures = before.figures;
  after.figures[{"users", "312029", "2024", ""}].missing = "not_published";
  const auto all = changes();
  CHECK(all.at(0).added.empty());
  CHECK(all.at(0).empty_added.size() == 1);
}

TEST_CASE_FIXTURE(TwoSides,
                  "a target that is another one is told with its year, before and after") {
  after.figures = before.figures;
  before.facts->indicators[0].targets = {{2029, "90以上"}};
  after.facts->indicators[0].targets = {{2029, "80以上"}};
  const auto found = definition_changes(before, after);
  REQUIRE(found.size() == 1);
  CHECK(found[0].what == DefinitionChange::What::target);
  CHECK(found[0].year == 2029);
  CHECK(found[0].before + found[0].after == "90以上80以上");
  CHECK_FALSE(difference_of(before, after, {}).is_empty());
}

TEST_CASE_FIXTURE(TwoSides, "targets that a record does not tell are not compared") {
  after.facts->indicators[0].targets = {{2029, "80以上"}};
  CHECK(definition_changes(before, after).empty());
}

TEST_CASE_FIXTURE(TwoSides, "decimals that are other ones are told") {
  after.facts->indicators[0].decimals = 1;
  CHECK(definition_changes(before, after).at(0).what == DefinitionChange::What::decimals);
}
