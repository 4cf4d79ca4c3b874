#include <doctest/doctest.h>

#include <array>

#include "page/sentence.h"
#include "told.h"

using namespace yokoten;

namespace {

constexpr auto yonago = SmallBook::yonago;

}  // namespace

TEST_CASE("a figure alone is told with its date") {
  CHECK(Told().with(tottori, "24.7").of(tottori) == "鳥取県は24.7%（2024年9月13日時点）です。");
}

TEST_CASE("a ratio is told with its parts, its place and its distance to the nation") {
  Told told;
  told.id = 0;
  told.small.publication.indicators.front().better = Better::higher;
  told.placed(tottori, {1, 2, 1});
  CHECK(told.of(tottori) ==
        "鳥取県は24.7%（2024年9月13日時点、234 / 948事業所）で、2都道府県中1位（最も高い値）です。"
        "全国の11.7%より13.0ポイント高くなっています。");
}

TEST_CASE("the last place is the lowest, and by which end others are counted is said") {
  CHECK(contains(Told().with(tottori, "1").placed(tottori, {47, 47, 1}).of(tottori),
                 "で、値が公表された47都道府県中47位（最も低い値）です。"));
  CHECK(contains(Told().with(tottori, "1").placed(tottori, {12, 47, 1}).of(tottori),
                 "で、値が公表された47都道府県中、高いほうから12位です。"));
}

TEST_CASE("where less is better the first place is the lowest") {
  Told told("時間", Better::lower);
  CHECK(contains(told.with(tottori, "3").placed(tottori, {1, 9, 1}).of(tottori),
                 "9都道府県中1位（最も少ない値）です。"));
  CHECK(contains(
      Told("時間", Better::lower).with(tottori, "3").placed(tottori, {4, 9, 1}).of(tottori),
      "9都道府県中、少ないほうから4位です。"));
  CHECK(contains(
      Told("時間", Better::lower).with(tottori, "3").placed(tottori, {9, 9, 1}).of(tottori),
      "9都道府県中9位（最も多い値）です。"));
}

TEST_CASE("a shared place says by how many others") {
  CHECK(contains(Told().with(tottori, "3").placed(tottori, {1, 47, 3}).of(tottori),
                 "47都道府県中1位（最も高い値、ほかに2都道府県が同じ順位）です。"));
  CHECK(contains(Told().with(tottori, "3").placed(tottori, {5, 47, 2}).of(tottori),
                 "47都道府県中、高いほうから5位（ほかに1都道府県が同じ順位）です。"));
}

TEST_CASE("a figure that many share has no place") {
  CHECK(contains(Told().with(tottori, "0").placed(tottori, {31, 47, 17}).of(tottori),
                 "47都道府県中、17都道府県が同じ値です。"));
  CHECK(contains(Told().with(tottori, "0").placed(tottori, {1, 47, 47}).of(tottori),
                 "47都道府県中、どこも同じ値です。"));
}

TEST_CASE("a town is told among all towns and among those of its prefecture") {
  CHECK(Told().with(yonago, "24.1").placed(yonago, {2, 4, 1}).of(yonago) ==
        "米子市は24.1%（2024年9月13日時点）で、4市区町村中、高いほうから2位です。"
        "鳥取県のなかでは、値が公表された4市中、高いほうから2位です。");
}

TEST_CASE("in a prefecture's publication towns are told among its own") {
  Told told;
  told.small.publication.prefecture = "鳥取県";
  CHECK(told.with(yonago, "24.1").placed(yonago, {2, 3, 1}).of(yonago) ==
        "米子市は24.1%（2024年9月13日時点）で、3市中、高いほうから2位です。");
}

TEST_CASE("a missing figure says why, and never counts as 0") {
  const std::array<std::pair<Missing, const char*>, 6> reasons = {{
      {Missing::not_published, "鳥取県の値は、公表資料に未掲載です。0という意味ではありません。"},
      {Missing::not_reported, "鳥取県の値は、まだ報告されていません。0という意味ではありません。"},
      {Missing::not_applicable, "鳥取県には、この指標が当てはまりません。"},
      {Missing::not_set, "鳥取県の値は、原資料に「値なし」とあります。0という意味ではありません。"},
      {Missing::suppressed,
       "鳥取県の値は、個人や事業所が分からないように載せていません。0という意味ではありません。"},
      {Missing::unknown, "鳥取県の値は不明です。0という意味ではありません。"},
  }};
  for (const auto& [reason, sentence] : reasons)
    CHECK(Told().without(tottori, reason).of(tottori) == sentence);
}

TEST_CASE("where the area's figure is missing the nation's and its earlier one are told") {
  CHECK(Told().without(tottori, Missing::not_reported).with(nation, "6.0").of(tottori) ==
        "鳥取県の値は、まだ報告されていません。0という意味ではありません。全国は6.0%です。");
  CHECK(Told()
            .without(tottori, Missing::not_reported)
            .with(tottori, "5.0", "2023-09-13")
            .of(tottori) ==
        "鳥取県の値は、まだ報告されていません。0という意味ではありません。前回（2023年9月13日）は5."
        "0%でした。");
}

TEST_CASE("a lower bound is told as such, without place, distance or change") {
  Told told;
  Observation made = told.figure(tottori, "0");
  made.value = std::nullopt;
  made.lower = Decimal{52, 1};
  made.flags = bound;
  told.with(made).with(tottori, "5.0", "2023-09-13").with(nation, "6.0");
  CHECK(told.of(tottori) ==
        "鳥取県は少なくとも 5.2%（2024年9月13日時点）です。確かめられた分だけを数えた値です。"
        "全国は6.0%です。");
}

TEST_CASE("distances to the nation: higher, lower, the same and nearly the same") {
  const auto beside = [](const char* own, const char* whole) {
    return Told().with(tottori, own).with(nation, whole).of(tottori);
  };
  CHECK(contains(beside("7.0", "6.0"), "。全国の6.0%より1.0ポイント高くなっています。"));
  CHECK(contains(beside("5.5", "6.0"), "。全国の6.0%より0.5ポイント低くなっています。"));
  CHECK(contains(beside("6.0", "6.0"), "。全国の6.0%と同じです。"));
  CHECK(contains(beside("6.03", "6.01"), "。全国の6.0%とほぼ同じです。"));
}

TEST_CASE("a nation's figure of another date is told with that date") {
  CHECK(contains(Told().with(tottori, "7.0").with(nation, "6.0", "2023-09-13").of(tottori),
                 "全国の6.0%（2023年9月13日時点）より1.0ポイント高くなっています。"));
}

TEST_CASE("a number that adds up is not held against the nation's") {
  Told told("件");
  told.indicator().kind = IndicatorKind::count;
  CHECK(told.with(tottori, "7").with(nation, "600").of(tottori) ==
        "鳥取県は7件（2024年9月13日時点）です。");
}

TEST_CASE("the figure before: risen, fallen, the same and nearly the same") {
  const auto after = [](const char* then, const char* now, const char* unit) {
    return Told(unit).with(tottori, then, "2024-03").with(tottori, now).of(tottori);
  };
  CHECK(contains(after("20.0", "24.7", "%"),
                 "。前回（2024年3月）の20.0%より4.7ポイント上がりました。"));
  CHECK(contains(after("24.7", "20.0", "%"),
                 "。前回（2024年3月）の24.7%より4.7ポイント下がりました。"));
  CHECK(contains(after("21", "30", "件"), "。前回（2024年3月）の21件より9件増えました。"));
  CHECK(
      contains(after("1,030", "21", "件"), "。前回（2024年3月）の1,030件より1,009件減りました。"));
  CHECK(contains(after("0", "0", "件"), "。前回（2024年3月）の0件と同じです。"));
  CHECK(contains(after("6.03", "6.01", "%"), "。前回（2024年3月）の6.0%とほぼ同じです。"));
}

TEST_CASE("what is hidden or was planned is no figure before") {
  Told told;
  Observation plan = told.figure(tottori, "20", "2024-03");
  plan.flags = planned;
  CHECK(told.with(plan).with(tottori, "24.7").of(tottori) ==
        "鳥取県は24.7%（2024年9月13日時点）です。");
  CHECK(Told().without(tottori, Missing::suppressed, "2024-03").with(tottori, "24.7").of(tottori) ==
        "鳥取県は24.7%（2024年9月13日時点）です。");
}

TEST_CASE("flags stand beside the date") {
  Told told;
  Observation made = told.figure(tottori, "33.5");
  made.flags = provisional | planned;
  CHECK(told.with(made).of(tottori) == "鳥取県は33.5%（2024年9月13日時点、暫定、予定）です。");
}

TEST_CASE("the nation's figure names both ends, where every prefecture is known") {
  CHECK(Told().with(nation, "6.0").with(tottori, "24.7").with(shimane, "2.5").of(nation) ==
        "全国は6.0%（2024年9月13日時点）です。都道府県では、鳥取県の24.7%が最も高く、島根県の2.5%"
        "が最も低い値です。");
  CHECK(Told().with(nation, "6.0").with(tottori, "24.7").of(nation) ==
        "全国は6.0%（2024年9月13日時点）です。");
  CHECK(Told().with(nation, "6.0").with(tottori, "6.0").with(shimane, "6.0").of(nation) ==
        "全国は6.0%（2024年9月13日時点）です。都道府県では、どこも同じ値です。");
}

TEST_CASE("an end that several share is told by one of them and their number") {
  CHECK(contains(Told()
                     .with(tottori, "9")
                     .with(SmallBook::tottori_city, "7")
                     .with(yonago, "7")
                     .with(SmallBook::sakaiminato, "3")
                     .of(tottori),
                 "市では、鳥取市など2市の7.0%が最も高く、境港市の3.0%が最も低い値です。"));
}

TEST_CASE("a target far off is told with distance, date and the pace it takes, rounded up") {
  CHECK(Told().with(nation, "40.0", "2023FY").target(2026, Target::Kind::number, "80").of(nation) ==
        "全国は40.0%（2023年度）です。2026年目標 80%まで40.0ポイントです。"
        "期限の2027年3月31日までに届くには、1年に13.4ポイントのペースで上がる必要があります。");
}

TEST_CASE("with less than a year left the pace is that of a month") {
  Told told("件");
  told.small.publication.as_of = "2026-09-30";
  CHECK(contains(
      told.with(nation, "33", "2026-09-30").target(2026, Target::Kind::at_least, "60").of(nation),
      "2026年目標 "
      "60件以上まで27件です。期限の2027年3月31日までに届くには、1か月に5件のペースで増える必要があ"
      "ります。"));
}

TEST_CASE("a target below is reached by falling") {
  Told told("%", Better::lower);
  CHECK(contains(
      told.with(nation, "15.7", "2022FY").target(2026, Target::Kind::at_most, "15.3").of(nation),
      "2026年目標 "
      "15.3%以下まで0.4ポイントです。期限の2027年3月31日までに届くには、1年に0."
      "1ポイントのペースで下がる必要があります。"));
}

TEST_CASE("a reached target, one in words, and none") {
  CHECK(contains(Told().with(nation, "51").target(2026, Target::Kind::number, "50").of(nation),
                 "。2026年目標 50%に届いています。"));
  CHECK(contains(
      Told().with(nation, "51").target(2026, Target::Kind::direction, "x", "増加").of(nation),
      "。2026年の目標は「増加」です。"));
  CHECK(Told().with(nation, "51").target(2026, Target::Kind::not_set, "x").of(nation) ==
        "全国は51.0%（2024年9月13日時点）です。");
}

TEST_CASE("of a bound the target is at most so far away") {
  Told told;
  Observation made = told.figure(nation, "0");
  made.value = std::nullopt;
  made.lower = Decimal{20, 1};
  CHECK(contains(told.with(made).target(2026, Target::Kind::number, "50").of(nation),
                 "。2026年目標 50%まで多くとも 48.0ポイントです。"));
}

TEST_CASE(
    "a target that rounding alone would reach is short by what is missing, in its direction") {
  Told told;
  told.indicator().decimals = 0;
  CHECK(told.with(nation, "39.6", "2023FY").target(2026, Target::Kind::at_least, "40").of(nation) ==
        "全国は40%（2023年度）です。2026年目標 40%以上まで0.4ポイントです。"
        "期限の2027年3月31日までに届くには、1年に0.2ポイントのペースで上がる必要があります。");
}

TEST_CASE("a target with more places than the figure shows is as far as it is") {
  CHECK(contains(Told()
                     .with(nation, "39.56", "2023FY")
                     .target(2026, Target::Kind::at_least, "39.65")
                     .of(nation),
                 "。2026年目標 39.65%以上まで0.09ポイントです。"));
}

TEST_CASE("at least so much of what should fall asks for it to rise") {
  CHECK(contains(Told("%", Better::lower)
                     .with(nation, "14.0", "2023FY")
                     .target(2026, Target::Kind::at_least, "15")
                     .of(nation),
                 "。2026年目標 15%以上まで1.0ポイントです。"
                 "期限の2027年3月31日までに届くには、1年に0.4ポイントのペースで上がる"));
}

TEST_CASE("a target stays open until its fiscal year ends") {
  const auto said = [](const char* as_of) {
    Told told("件");
    told.small.publication.as_of = as_of;
    return told.with(nation, "33", "2024-12-31")
        .target(2026, Target::Kind::at_least, "90")
        .target(2024, Target::Kind::at_least, "70")
        .of(nation);
  };
  CHECK(contains(said("2025-03-31"), "。2024年目標 70件以上まで37件です。"));
  CHECK(contains(said("2025-04-01"), "。2026年目標 90件以上まで57件です。"));
}

TEST_CASE("targets of the nation are none of a prefecture") {
  CHECK(!contains(Told().with(tottori, "40").target(2026, Target::Kind::number, "80").of(tottori),
                  "目標"));
}

TEST_CASE("every state of a figure makes whole sentences") {
  for (const char* unit : {"%", "件"})
    for (const Better better : {Better::none, Better::higher, Better::lower})
      for (const Rank rank : {Rank{1, 5, 1}, Rank{2, 5, 1}, Rank{5, 5, 1}, Rank{1, 5, 5},
                              Rank{1, 9, 2}, Rank{1, 1, 1}})
        for (const char* earlier : {"", "4", "5", "6"}) {
          Told told(unit, better);
          told.with(tottori, "5").with(nation, "5").placed(tottori, rank);
          if (*earlier) told.with(tottori, earlier, "2023FY");
          const std::string said = told.of(tottori);
          CAPTURE(said);
          CHECK(said.ends_with("。"));
          CHECK(!contains(said, "{}"));
          CHECK(!contains(said, "sentence."));
          CHECK(!contains(said, "。。"));
        }
}

TEST_CASE("an end that several share is told by the first of them in the order of areas") {
  Told told;
  for (const auto& [code, name] : {std::pair{"330001", "岡山県"}, std::pair{"340006", "広島県"}}) {
    Area area;
    area.code = code;
    area.name = name;
    area.parent = Areas::nation;
    area.level = AreaLevel::prefecture;
    told.with(told.small.areas.add(area), "0");
  }
  told.with(nation, "3").with(tottori, "9").with(shimane, "0");
  CHECK(contains(
      told.of(nation),
      "都道府県では、鳥取県の9.0%が最も高く、島根県など3都道府県の0.0%が最も低い値です。"));
}

TEST_CASE("a word stands for a number with its date, without place or distance") {
  Told told("団体");
  told.with(tottori, "0").with(nation, "6").placed(tottori, {1, 47, 1});
  told.small.book.prepare();
  const Figure figure = newest_figure(told.small.book, told.id, tottori);
  CHECK(worded_sentence(told.small.book, figure, "一覧に掲載なし") ==
        "鳥取県は一覧に掲載なし（2024年9月13日時点）です。");
}

TEST_CASE("a plan has not risen and reaches no target, and no plan is the newest figure") {
  Told told;
  told.target(2026, Target::Kind::at_least, "50");
  const auto plan = [&](const char* value, const char* when) {
    Observation made = told.figure(nation, value, when);
    made.flags = planned;
    told.with(made);
  };
  plan("60.0", "2026FY");
  plan("70.0", "2027FY");
  CHECK(told.of(nation) == "全国は70.0%（2027年度、予定）です。");
  told.with(nation, "40.0", "2023FY");
  CHECK(contains(told.of(nation), "全国は40.0%（2023年度）です。2026年目標 50%以上まで10.0"));
}

TEST_CASE("a plan is not set against the nation's figure") {
  Told told;
  Observation plan = told.figure(tottori, "60.0", "2026FY");
  plan.flags = planned;
  CHECK(told.with(plan).with(nation, "40.0", "2023FY").of(tottori) ==
        "鳥取県は60.0%（2026年度、予定）です。全国は40.0%（2023年度）です。");
}

TEST_CASE("the date of a target is past when the publication's date is behind it, not before") {
  const auto said = [](const char* as_of, const char* when) {
    Told told;
    told.small.publication.as_of = as_of;
    return told.with(nation, "33.0", when).target(2026, Target::Kind::at_least, "50").of(nation);
  };
  CHECK(contains(said("2026-11-20", "2026FY"), "2026年目標 50%以上まで17.0ポイントです。"));
  CHECK(contains(said("2027-03-31", "2027-03-31"), "2026年目標 50%以上まで17.0ポイントです。"));
  CHECK(contains(said("2027-04-01", "2025FY"),
                 "50%以上まで17.0ポイントですが、期限の2027年3月31日を過ぎています。"));
}

TEST_CASE("a target that was missed is told with the figure of its date, while none is left") {
  Told told;
  told.small.publication.as_of = "2028-11-20";
  told.with(nation, "43.3", "2026FY").with(nation, "55.0", "2027FY");
  told.target(2026, Target::Kind::at_least, "50");
  CHECK(contains(told.of(nation), "2026年目標 50%以上には届きませんでした（2026年度は43.3%）。"));
  told.target(2029, Target::Kind::at_least, "60");
  CHECK(!contains(told.of(nation), "届きませんでした"));
}

TEST_CASE("a target that was met is told with the figure of its date") {
  Told told;
  told.small.publication.as_of = "2028-11-20";
  told.with(nation, "53.3", "2026FY").target(2026, Target::Kind::at_least, "50");
  CHECK(contains(told.of(nation), "2026年目標 50%以上には届きました（2026年度は53.3%）。"));
}

TEST_CASE("of an area without a figure the nation's says its date where that is another") {
  Told told;
  told.with(nation, "40.0", "2023FY").without(tottori, Missing::not_reported, "2024FY");
  CHECK(contains(told.of(tottori), "全国は40.0%（2023年度）です。"));
}
