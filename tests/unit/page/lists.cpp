#include <doctest/doctest.h>

#include "model/shown_value.h"
#include "page/evidence_formula.h"
#include "page/evidence_origin.h"
#include "page/kana_row.h"
#include "page/plain_text.h"
#include "page/progress_text.h"
#include "page/reading_text.h"
#include "unit/page/small_book.h"

using namespace yokoten;

namespace {

Target target(std::int64_t number, Target::Kind kind = Target::Kind::number) {
  Target made;
  made.year = 2026;
  made.kind = kind;
  made.number = Decimal{number, 0};
  return made;
}

Finding warning(const Place& place, const std::string& text) {
  return {place, Level::warning, "list.bound", {text, text}};
}

}  // namespace

TEST_CASE("a formula shows the quotient cut off after three places and then the rounded share") {
  const SmallBook small;
  CHECK(formula_html(small.book, small.rate(SmallBook::yonago)) ==
        "申請件数 82 ÷ 事業所件数 340 = 24.117…% → <b>24.1%</b>");
}

TEST_CASE("a quotient is cut off and never rounded up") {
  const auto cut = cut_quotient({2, 0}, {3, 0}, 100);
  REQUIRE(cut);
  CHECK(to_text(cut->number) == "66.666");
  CHECK_FALSE(cut->ends);
}

TEST_CASE("a quotient that ends has no dots") {
  const auto cut = cut_quotient({1, 0}, {4, 0}, 100);
  REQUIRE(cut);
  CHECK(to_text(cut->number) == "25");
  CHECK(cut->ends);
}

TEST_CASE("a cut quotient has two places more than a result of many") {
  const auto cut = cut_quotient({24, 0}, {15652, 0}, 1, 4);
  REQUIRE(cut);
  CHECK(to_text(cut->number) == "0.001533");
}

TEST_CASE("a missing figure has its word in place of a formula") {
  const SmallBook small;
  CHECK(formula_html(small.book, small.rate(SmallBook::tottori_city)) == "<b>公表資料に未掲載</b>");
}

TEST_CASE("the evidence names the line of the file and finds the printed rate again") {
  SmallBook small;
  const std::string text = plain_text(origin_html(small.page, small.rate(SmallBook::yonago)));
  CHECK(text == "cities.csv 3行目。印字された24.1%と一致。");
}

TEST_CASE("the evidence says that a printed rate does not come out again") {
  SmallBook small;
  small.publication.tables[SmallBook::cities].replace(1, 3, "24.2");
  CHECK(contains(origin_html(small.page, small.rate(SmallBook::yonago)),
                 "印字された24.2%と一致しない"));
}

TEST_CASE("the evidence of a missing figure names the list that the area is not in") {
  SmallBook small;
  const std::string text = plain_text(origin_html(small.page, small.rate(SmallBook::tottori_city)));
  CHECK(contains(text, "citiesの表（cities.csv）に鳥取市の値は載っていません"));
}

TEST_CASE("only the first evidence of a page takes the anchor") {
  SmallBook small;
  Context context = small.page;
  const std::string options = "indicators = [\"rate\"]";
  CHECK(contains(small.html("evidence", options, context), "id=\"evidence\""));
  CHECK_FALSE(contains(small.html("evidence", options, context), "id=\"evidence\""));
}

TEST_CASE("a missing figure is one cell over all columns of its indicator") {
  SmallBook small;
  const std::string html =
      small.html("table", "indicators = [\"rate\"]\nbar_line = 30", SmallBook::tottori);
  CHECK(contains(html, ">鳥取市</a></th><td colspan=\"3\" class=\" state\">公表資料に未掲載</td>"));
}

TEST_CASE("a table begins with the lowest where lower is better, as a ranking does") {
  SmallBook small;
  small.publication.indicators[0].better = Better::lower;
  const std::string html = small.html("table", "indicators = [\"rate\"]", SmallBook::tottori);
  CHECK(html.find("米子市") < html.find("境港市"));
  CHECK(html.find("境港市") < html.find("鳥取市"));
}

TEST_CASE("a table begins with the highest and ends with the whole of its page") {
  SmallBook small;
  const std::string html = small.html("table", "indicators = [\"rate\"]", SmallBook::tottori);
  CHECK(html.find("境港市") < html.find("米子市"));
  CHECK(html.find("米子市") < html.find("鳥取市"));
  CHECK(html.find("鳥取市") <
        html.find("<tr class=\"me\"><th scope=\"row\"><span>鳥取県</span></th>"));
}

TEST_CASE("columns of a table without a source are an error") {
  SmallBook small;
  small.compiled("table", "indicators = [\"rate\"]\ncolumns = [\"率\"]");
  REQUIRE(small.said.size() == 1);
  CHECK(small.said.front().code == "toml.unknown");
}

TEST_CASE("a heading that the source does not have is an error at its line") {
  SmallBook small;
  small.compiled("table", "source = \"cities\"\ncolumns = [\"申請数\"]");
  REQUIRE(small.said.size() == 1);
  CHECK(small.said.front().place.row == 11);
  CHECK(contains(small.said.front().message.ja, "申請"));
}

TEST_CASE("a ranking of all municipalities names their prefectures") {
  SmallBook small;
  const std::string options = "indicator = \"rate\"\nlevel = \"municipality\"\nform = \"table\"";
  const std::string html = small.html("ranking", options, Areas::none);
  CHECK(contains(html, "境港市</a></th><td class=\"\">鳥取県</td>"));
  CHECK(contains(html, "申請件数 / 事業所件数"));
}

TEST_CASE("a heading of a source may have another name on the page") {
  SmallBook small;
  const std::string html = small.html(
      "table", "source = \"cities\"\nnames = { \"申請\" = \"申請の件数\" }", Areas::none);
  CHECK(contains(html, "class=\"n\">申請の件数</th>"));
}

TEST_CASE("rows of a source that name an area lead to its page") {
  SmallBook small;
  const std::string html =
      small.html("table", "source = \"cities\"\narea = true", SmallBook::tottori);
  CHECK(contains(html, "<a href=\"../../areas/31/312029/\">鳥取県米子市</a>"));
}

TEST_CASE("a correction is told on the page of its area and of its prefecture only") {
  SmallBook small;
  Correction& correction = small.publication.corrections.emplace_back();
  correction.source = "cities";
  correction.row = 3;
  correction.printed = "米小市";
  correction.corrected = "米子市";
  correction.area = SmallBook::yonago;
  CHECK(contains(small.html("notes", "", SmallBook::yonago),
                 "「米小市」を「米子市」と読み替えました。"));
  CHECK(contains(small.html("notes", "", SmallBook::tottori),
                 "「米小市」を「米子市」と読み替えました。"));
  CHECK(small.html("notes", "", SmallBook::sakaiminato).empty());
  CHECK(small.html("notes", "", SmallBook::shimane).empty());
}

TEST_CASE("a warning stands on the page of its row's area without the hint for publishers") {
  SmallBook small;
  small.findings.push_back(
      warning({"raw/cities.csv", 2, 4}, "率が合いません。corrections.toml で正してください"));
  const std::string html = small.html("notes", "", SmallBook::sakaiminato);
  CHECK(contains(html, "id=\"check\""));
  CHECK(contains(html, "率が合いません。"));
  CHECK_FALSE(contains(html, "corrections.toml"));
}

TEST_CASE("a warning at a prefecture's row shows on its page and leads there from the checks") {
  SmallBook small;
  small.findings.push_back(warning({"raw/prefectures.csv", 2, 2}, "鳥取県の残り1市は30%です"));
  CHECK(contains(small.html("notes", "", SmallBook::tottori), "鳥取県の残り1市"));
  CHECK(small.html("notes", "", SmallBook::shimane).empty());
  CHECK(contains(small.html("checks", "", Areas::none), "areas/31/#check"));
}

TEST_CASE("notes of some sources leave out those of others") {
  SmallBook small;
  small.findings.push_back(warning({"raw/cities.csv", 2, 4}, "率が合いません"));
  CHECK(small.html("notes", "sources = [\"prefectures\"]", SmallBook::sakaiminato).empty());
  CHECK_FALSE(small.html("notes", "sources = [\"cities\"]", SmallBook::sakaiminato).empty());
}

TEST_CASE("a union is told by what it is and not as a name that was read as another") {
  SmallBook small;
  add_finding(small.findings, Level::note, {"raw/cities.csv", 2, 1}, "name.union",
              {"広域連合 は市区町村ではありません", "a union"});
  const std::string html = small.html("notes", "", SmallBook::sakaiminato);
  CHECK(contains(html, "<b>市区町村ではない団体</b> 広域連合は市区町村ではありません。"));
  CHECK_FALSE(contains(html, "読み替え"));
}

TEST_CASE("what checks say is set close and with full-width brackets") {
  CHECK(close_set("残りは 119/492 = 24.2% で 20%以上 (印字)") ==
        "残りは119/492 = 24.2%で20%以上（印字）");
}

TEST_CASE("brief checks count the names that were read as others") {
  SmallBook small;
  Correction& correction = small.publication.corrections.emplace_back();
  correction.printed = "米小市";
  correction.corrected = "米子市";
  CHECK(contains(small.html("checks", "brief = true", Areas::none), "市区町村名など1件を読み替え"));
  CHECK_FALSE(contains(small.html("checks", "brief = true", Areas::none), "米小市"));
}

TEST_CASE("the newest date stands first among the sources and no date last") {
  SmallBook small;
  for (Source& source : small.publication.sources) source.as_of.clear();
  small.publication.sources.back().as_of = "2024-09-13";
  const std::string html = small.html("updates", "", Areas::none);
  CHECK(html.find("2024-09-13") < html.find("記載なし"));
}

TEST_CASE("voiced and small letters stand in the row of their plain one") {
  CHECK(kana_row_name(kana_row("がまごおりし")) == "か行");
  CHECK(kana_row_name(kana_row("ぱ")) == "は行");
  CHECK(kana_row_name(kana_row("ゃ")) == "や行");
  CHECK(kana_row_name(kana_row("わっかないし")) == "わ行");
}

TEST_CASE("the first and the last letter of a row belong to it") {
  CHECK(kana_row("お") == 0);
  CHECK(kana_row("か") == 1);
  CHECK(kana_row("ん") == 9);
}

TEST_CASE("a reading stands under its plain first letter") {
  CHECK(kana_letter("がまごおりし") == "か");
  CHECK(kana_letter("ぱ") == "は");
  CHECK(kana_letter("づ") == "つ");
  CHECK(kana_letter("わっかないし") == "わ");
  CHECK(kana_letter("Tottori").empty());
}

TEST_CASE("the index folds municipalities under the letters that their readings begin with") {
  SmallBook small;
  const std::string html = small.html("area-index", "", Areas::none);
  CHECK(contains(html, "<summary>よ <small>1</small></summary>"));
  CHECK_FALSE(contains(html, "<summary>あ <small>"));
}

TEST_CASE("the index leads to areas that have a page and to no others") {
  SmallBook small;
  small.paths = {"", "areas/31/", "areas/31/312029/"};
  const std::string html = small.html("area-index", "", Areas::none);
  for (const char* there : {"鳥取県", "米子市"}) CHECK(contains(html, there));
  for (const char* absent : {"鳥取市", "島根県", "松江市", "href=\"\""})
    CHECK_FALSE(contains(html, absent));
  const std::string prefectures = small.html("prefectures", "", Areas::none);
  CHECK(contains(prefectures, "鳥取県"));
  CHECK_FALSE(contains(prefectures, "島根県"));
}

TEST_CASE("an index of municipalities alone has their prefectures without a link") {
  SmallBook small;
  small.paths = {"", "areas/31/312029/"};
  const std::string html = small.html("area-index", "", Areas::none);
  CHECK(contains(html, "<summary>鳥取県 "));
  CHECK_FALSE(contains(html, "class=\"whole\""));
}

TEST_CASE("in a prefecture's publication newest figures and places are those of the prefecture") {
  SmallBook small;
  CHECK(contains(small.html("indicators", "", Areas::none), "全国の最新の値"));
  small.book.home = SmallBook::tottori;
  const std::string indicators = small.html("indicators", "", Areas::none);
  CHECK(contains(indicators, "鳥取県の最新の値"));
  CHECK(contains(indicators, "24.7%"));
  CHECK_FALSE(contains(indicators, "全国"));
  small.publication.indicators[0].better = Better::higher;
  RankTable places;
  places.period = small.rate(SmallBook::yonago).observation->period;
  places.rows.push_back({SmallBook::yonago, {1, 5, 1}, {1, 5, 1}});
  small.measured.ranks.put(places);
  const std::string evidence =
      small.html("evidence", "indicators = [\"rate\"]\n", SmallBook::yonago);
  CHECK(contains(evidence, "鳥取県の順位"));
  CHECK_FALSE(contains(evidence, "全国の順位"));
}

TEST_CASE("a ranking holds no difference from a nation without a figure") {
  SmallBook small;
  const char* options = "indicator = \"rate\"\nlevel = \"prefecture\"\nform = \"bars\"\n";
  CHECK(contains(small.html("ranking", options, Areas::none), "全国との差"));
  const Figure whole = small.rate(Areas::nation);
  small.measured.cube.suppress(0, Areas::nation, whole.observation->period, 0);
  small.book.prepare();
  CHECK_FALSE(contains(small.html("ranking", options, Areas::none), "全国との差"));
}

TEST_CASE("a reading that is no hiragana has no row") {
  CHECK(kana_row("") == -1);
  CHECK(kana_row("Tottori") == -1);
  CHECK(kana_row("米子") == -1);
}

TEST_CASE("the gap to a target is told in points") {
  const SmallBook small;
  CHECK(progress_text(small.book, small.rate(SmallBook::yonago), target(50)) == "25.9ポイント");
}

TEST_CASE("a lower bound leaves at most the gap from what is shown") {
  SmallBook small;
  Observation bounded = *small.rate(SmallBook::yonago).observation;
  bounded.value = std::nullopt;
  bounded.lower = Decimal{6490, 3};  // shown as 6.4: rounded it would claim too much
  const Figure figure{0, SmallBook::yonago, 0, bounded};
  CHECK(progress_text(small.book, figure, target(80)) == "多くとも 73.6ポイント");
}

TEST_CASE("a target that is met is reached in its own direction") {
  SmallBook small;
  CHECK(progress_text(small.book, small.rate(SmallBook::yonago), target(20)) == "達成");
  small.publication.indicators[0].better = Better::lower;
  CHECK(progress_text(small.book, small.rate(SmallBook::yonago), target(20)) == "4.1ポイント");
}

TEST_CASE("whether a target is met is told by the exact ratio") {
  SmallBook small;
  Observation nearly = *small.rate(SmallBook::yonago).observation;
  nearly.numerator = Decimal{3999999999, 0};
  nearly.denominator = Decimal{10000000000, 0};
  nearly.value = Decimal{40000000, 6};
  const Figure figure{0, SmallBook::yonago, 0, nearly};
  CHECK(progress_text(small.book, figure, target(40)) == "0.000001ポイント");
}

TEST_CASE("a lower bound says nothing of a target that asks for less") {
  SmallBook small;
  Observation bounded = *small.rate(SmallBook::yonago).observation;
  bounded.value = std::nullopt;
  bounded.lower = Decimal{5, 0};
  const Figure figure{0, SmallBook::yonago, 0, bounded};
  CHECK(progress_text(small.book, figure, target(10, Target::Kind::at_most)).empty());
}

TEST_CASE("a target that nobody set is no gap of zero") {
  const SmallBook small;
  Target none;
  CHECK(progress_text(small.book, small.rate(SmallBook::yonago), none) == "設定なし");
}

TEST_CASE("a missing figure has a word in place of a gap") {
  const SmallBook small;
  CHECK(progress_text(small.book, small.rate(SmallBook::tottori_city), target(50)) ==
        "公表資料に未掲載");
}

TEST_CASE("a directory on a municipality's page shows the office of its prefecture") {
  SmallBook small;
  const std::string html =
      small.html("directory", "sources = [\"prefectures\"]\ntitle = \"都道府県\"\nrows = [\"率\"]",
                 SmallBook::matsue);
  CHECK(contains(html, "島根県"));
  CHECK_FALSE(contains(html, "鳥取県"));
}

TEST_CASE("the fact of a case speaks of its own area wherever it is listed") {
  SmallBook small;
  CaseEntry& entry = small.cases_list.emplace_back();
  entry.path = "cases/yonago/";
  entry.title = "米子市の取組";
  entry.area = SmallBook::yonago;
  Placeholder value;
  value.subject = "rate";
  value.field = "value";
  entry.fact.append(value);
  CHECK(contains(small.html("cases", "of = \"all\"", SmallBook::matsue), "24.1%"));
  CHECK(small.html("cases", "of = \"prefecture\"", SmallBook::matsue).empty());
}

TEST_CASE("a line of our HTML becomes plain text again") {
  CHECK(plain_text("<b>1 &lt; 2</b> &amp; 「&quot;」<br>") == "1 < 2 & 「\"」");
}

TEST_CASE("a telephone number is dialled without its extension, and not broken at blanks") {
  SmallBook small;
  Contact& desk = small.publication.contacts.department.emplace();
  desk.name = "長寿社会課";
  const auto shown = [&](const char* phone) {
    desk.phone = phone;
    return small.html("department", "", Areas::none);
  };
  CHECK(contains(shown("0857-00-0000 内線 12"),
                 "<a href=\"tel:0857000000\">0857-00-0000\u00A0内線\u00A012</a>"));
  CHECK(contains(shown("0857 00 0000"), ">0857\u00A000\u00A00000</a>"));
  CHECK_FALSE(contains(shown("【記入: 電話番号】"), "tel:"));
  CHECK(contains(shown("【記入: 電話番号】"), "【記入: 電話番号】"));
}
