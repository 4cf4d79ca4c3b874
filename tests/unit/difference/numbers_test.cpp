#include <doctest/doctest.h>

#include "difference/told_numbers.h"

using namespace yokoten;

namespace {

/// A figure of 倉吉市 that was revised from 20 to 45, and its place from 3 to 1.
struct Revision {
  Snapshot before, after;
  std::vector<RankChanges> ranks{{"users", false, "2024", "2024", {{"312037", 3, 1, 4, 4}}}};

  Revision() {
    for (auto [side, value] : {std::pair(&before, 20), std::pair(&after, 45)}) {
      side->area_names = {{"310000", "鳥取県"}, {"312037", "鳥取県倉吉市"}};
      ToldFigure& figure = side->figures[{"users", "312037", "2024", ""}];
      figure.value = figure.numerator = Decimal{value, 0};
      figure.denominator = Decimal{2000, 0};
    }
  }

  bool explains(const char* then, const char* now, const char* page = "") const {
    std::vector<TextChange> lines = {{{then, now}, {page}}};
    ToldNumbers(before, after, figure_changes(before, after, {}), ranks).mark(lines);
    return lines.at(0).is_explained;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Revision,
                  "a figure that was revised explains its number beside its area's name") {
  CHECK(explains("鳥取県倉吉市 | 20人", "鳥取県倉吉市 | 45人"));
  CHECK(explains("倉吉市は20人", "倉吉市は45人"));
}

TEST_CASE_FIXTURE(Revision, "it does so on the page of its area, without a name") {
  CHECK(explains("20人 / 2,000人中", "45人 / 2,000人中", "areas/31/312037/"));
  CHECK(explains("3位", "1位", "areas/31/312037/"));
}

TEST_CASE_FIXTURE(Revision, "elsewhere the same numbers are those of something else") {
  CHECK_FALSE(explains("対象は20人以上", "対象は45人以上", "hojo/"));
  CHECK_FALSE(explains("対象は20人以上", "対象は45人以上", "areas/31/"));
}

TEST_CASE_FIXTURE(Revision, "an amount that no figure has is not explained by one beside it") {
  CHECK_FALSE(explains("倉吉市は20人、上限は100万円", "倉吉市は45人、上限は1,000万円"));
}

TEST_CASE_FIXTURE(Revision, "the other way round is not explained") {
  CHECK_FALSE(explains("倉吉市は45人", "倉吉市は20人"));
}

TEST_CASE_FIXTURE(Revision, "a newer figure explains that it took the place of the one before") {
  after.figures[{"users", "312037", "2025", ""}].value = Decimal{51, 0};
  CHECK(explains("倉吉市 | 20人", "倉吉市 | 51人"));
}

TEST_CASE_FIXTURE(Revision, "a figure of the whole explains its number on pages of no area") {
  for (auto [side, value] : {std::pair(&before, 247), std::pair(&after, 252)}) {
    side->figures[{"users", "310000", "2024", ""}].value = Decimal{value, 1};
    side->figures[{"users", "310000", "2023", ""}].value = Decimal{200, 1};
  }
  CHECK(explains("利用率は24.7です", "利用率は25.2です", "link/"));
  CHECK_FALSE(explains("上限は20です", "上限は25.2です", "link/"));
  CHECK_FALSE(explains("利用率は25.2です", "利用率は24.7です", "link/"));
}

TEST_CASE_FIXTURE(Revision, "one of a prefecture beside others does not") {
  for (Snapshot* side : {&before, &after}) side->area_names["010006"] = "北海道";
  for (Snapshot* side : {&before, &after}) side->area_names["011002"] = "北海道札幌市";
  before.figures[{"users", "310000", "2024", ""}].value = Decimal{247, 1};
  after.figures[{"users", "310000", "2024", ""}].value = Decimal{252, 1};
  CHECK_FALSE(explains("利用率は24.7です", "利用率は25.2です", "link/"));
}

TEST_CASE_FIXTURE(Revision, "lines that no figure comes near stand first") {
  std::vector<TextChange> lines = {{{"倉吉市は20人", "倉吉市は45人"}, {""}},
                                   {{"20人", "45人"}, {""}},
                                   {{"上限は100万円", "上限は1,000万円"}, {""}}};
  ToldNumbers(before, after, figure_changes(before, after, {}), ranks).mark(lines);
  CHECK(lines[0].line.before == "上限は100万円");
  CHECK(lines[1].line.before == "20人");
  CHECK(lines[2].is_explained);
}

TEST_CASE_FIXTURE(Revision, "the newest figure of the whole is no plan") {
  after.figures[{"users", "310000", "2024", ""}].value = Decimal{252, 1};
  before.figures[{"users", "310000", "2023", ""}].value = Decimal{201, 1};
  ToldFigure plan;
  plan.value = Decimal{900, 1};
  plan.flags = "planned";
  for (Snapshot* side : {&before, &after}) side->figures[{"users", "310000", "2030", ""}] = plan;
  CHECK(explains("利用率は20.1です", "利用率は25.2です", "link/"));
}
