#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "small_book.h"

using namespace yokoten;

namespace {

constexpr const char* explorer_options = "show = [\"rate\"]\nsize = \"rate\"\nsteps = [10, 20]\n";

/// The block on a page, and what `figures.js` beside it hands over.
struct Explored {
  SmallBook small;
  std::string html;
  nlohmann::json figures;

  Explored() {
    Context context = small.page;
    context.path = "compare/";
    context.root = "../";
    html = small.html("explorer", explorer_options, context);
    REQUIRE(context.files.size() == 1);
    CHECK(context.files.front().path == "compare/figures.js");
    const std::string& script = context.files.front().bytes;
    const std::string begin = "yokotenCompare.figures(";
    REQUIRE(script.starts_with(begin));
    figures = nlohmann::json::parse(script.substr(begin.size(), script.rfind(')') - begin.size()));
  }

  const nlohmann::json& column(const std::string& level) { return figures["columns"][0][level]; }
};

}  // namespace

TEST_CASE("the page for comparing shows every area's figure as the pages do") {
  Explored seen;
  const SmallBook& small = seen.small;
  const auto& figures = seen.column("prefecture")["figures"];
  REQUIRE(figures.size() == 2);
  CHECK(figures[0][0] == number_text(small.book, small.rate(SmallBook::tottori)));
  CHECK(figures[1][0] == number_text(small.book, small.rate(SmallBook::shimane)));
}

TEST_CASE("the page for comparing tells the parts of a share") {
  Explored seen;
  CHECK(seen.column("prefecture")["figures"][0][1] == "234 / 948");
}

TEST_CASE("an area without a figure has the number of its reason, never 0") {
  Explored seen;
  const auto& figures = seen.column("municipality")["figures"];
  const auto& areas = seen.figures["areas"]["municipality"];
  REQUIRE(figures.size() == areas.size());
  for (std::size_t at = 0; at < areas.size(); ++at) {
    if (areas[at][1] != "鳥取市") continue;
    REQUIRE(figures[at].is_number());
    CHECK(seen.figures["reasons"][figures[at].get<std::size_t>()] == "公表資料に未掲載");
  }
}

TEST_CASE("a suppressed figure is not among what is compared") {
  Explored plain;
  SmallBook& small = plain.small;
  const Figure hidden = small.rate(SmallBook::tottori);
  small.measured.cube.suppress(0, SmallBook::tottori, hidden.observation->period, 0);
  Context context = small.page;
  context.path = "compare/";
  small.html("explorer", explorer_options, context);
  // One prefecture is left, which alone is nothing to compare; the cities are.
  for (const SiteFile& file : context.files) CHECK(file.bytes.find("234") == std::string::npos);
}

TEST_CASE("what one area alone has is not offered for comparing") {
  SmallBook small;
  for (const int area : {SmallBook::shimane, SmallBook::sakaiminato})
    small.measured.cube.suppress(0, area, small.rate(area).observation->period, 0);
  const std::string html = small.html("explorer", explorer_options, Areas::none);
  CHECK(html.find(small.book.word("explorer.nothing")) != std::string::npos);
  CHECK(html.find("class=\"explorer\"") == std::string::npos);
}

TEST_CASE("the page for comparing carries its words and says that it needs scripts") {
  Explored seen;
  const std::string begin = "<script type=\"application/json\">";
  const std::size_t at = seen.html.find(begin);
  REQUIRE(at != std::string::npos);
  const auto settings = nlohmann::json::parse(
      seen.html.substr(at + begin.size(), seen.html.find("</script>") - at - begin.size()));
  CHECK(settings["shown"][0] == "rate");
  CHECK(settings["words"]["reset"] == seen.small.book.word("explorer.reset"));
  CHECK(seen.html.find("<noscript>") != std::string::npos);
}

TEST_CASE("classes of size that do not ascend are refused at their place") {
  SmallBook small;
  small.compiled("explorer", "size = \"rate\"\nsteps = [20, 10]\n");
  REQUIRE(small.said.size() == 1);
  CHECK(small.said.front().code == "explorer.steps");
  CHECK(small.said.front().place.row == 11);
}

TEST_CASE("a page of an area leads to the page for comparing with that area marked") {
  SmallBook small;
  Context context = small.page;
  context.area = SmallBook::tottori;
  context.root = "../../";
  context.explorer.at = "compare/";
  const std::string html = small.html("explorer-link", "indicators = [\"rate\"]\n", context);
  CHECK(html.find("href=\"../../compare/#i=rate&amp;l=prefecture&amp;a=310000\"") !=
        std::string::npos);
}

TEST_CASE("without a page for comparing no page leads there") {
  SmallBook small;
  CHECK(small.html("explorer-link", "indicators = [\"rate\"]\n", SmallBook::tottori).empty());
}

TEST_CASE("a prefecture's publication compares its own municipalities alone") {
  SmallBook small;
  small.book.home = SmallBook::tottori;
  Context context = small.page;
  context.path = "compare/";
  small.html("explorer", explorer_options, context);
  REQUIRE(context.files.size() == 1);
  const std::string& figures = context.files.front().bytes;
  CHECK(figures.find("境港市") != std::string::npos);
  CHECK(figures.find("松江市") == std::string::npos);
  CHECK(figures.find("島根県") == std::string::npos);
  // One prefecture is nothing to compare.
  CHECK(figures.find("\"prefecture\":{") == std::string::npos);
}
