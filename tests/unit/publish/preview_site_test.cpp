#include "publish/preview_site.h"

#include <doctest/doctest.h>

#include "publish/windows_names.h"

using namespace yokoten;

namespace {

const PreviewSite site({"index.html", "404.html", "areas/index.html", "areas/31/index.html",
                        "robots.txt", "data/a.csv", "cases/con/index.html",
                        "cases/い ろ/index.html", "search/more.js", "assets/a.1.js"});

std::string shown(const std::string& path, const std::string& html) {
  return site.bytes_of(path, html);
}

}  // namespace

TEST_CASE("links to folders lead to their page") {
  CHECK(shown("index.html", R"(<a href="./areas/">)") == R"(<a href="areas/index.html">)");
  CHECK(shown("areas/index.html", R"(<a class=x href="../">)") ==
        R"(<a class=x href="../index.html">)");
  CHECK(shown("areas/31/index.html", "<a href='../../areas/#k'>") == "<a href='../index.html#k'>");
  CHECK(shown("index.html", R"(<form action="./areas/" method="get">)") ==
        R"(<form action="areas/index.html" method="get">)");
  CHECK(shown("index.html", R"(<a href="areas/31">)") == R"(<a href="areas/31/index.html">)");
}

TEST_CASE("what is behind ? and # stays") {
  CHECK(shown("index.html", R"(<a href="areas/?a=1&amp;b=2#c">)") ==
        R"(<a href="areas/index.html?a=1&amp;b=2#c">)");
  CHECK(shown("index.html", R"(<a href="#main">)") == R"(<a href="#main">)");
}

TEST_CASE("links out of the site and to what is not there stay") {
  for (const char* address : {"https://example.jp/areas/", "mailto:a@example.jp", "data:,",
                              "/areas/", "../outside/", "robots.txt", "//host/x"}) {
    const std::string html = std::string("<a href=\"") + address + "\">";
    CHECK(shown("index.html", html) == html);
  }
}

TEST_CASE("pictures, scripts and drawings are looked after as well") {
  CHECK(shown("areas/index.html", R"(<script src="../assets/a.1.js" defer></script>)") ==
        R"(<script src="../assets/a.1.js" defer></script>)");
  CHECK(shown("a.svg", R"(<a href="./areas/31/"><path d="M1,2"/></a>)") ==
        R"(<a href="areas/31/index.html"><path d="M1,2"/></a>)");
  CHECK(shown("index.html", R"(<p title="a > b"><a href="areas/">)") ==
        R"(<p title="a > b"><a href="areas/index.html">)");
}

TEST_CASE("scripts, remarks and text fields keep what looks like a link") {
  for (const char* html :
       {R"(<!-- <a href="areas/"> -->)", R"(<script>'<a href="areas/">'</script>)",
        R"(<textarea><a href="areas/"></textarea>)", "a < b", "<", "<a href="})
    CHECK(shown("index.html", html).find("index.html") == std::string::npos);
}

TEST_CASE("a name that Windows can't hold is another, and links and scripts know it") {
  CHECK(site.name_of("cases/con/index.html") == "cases/con_/index.html");
  CHECK(shown("index.html", R"(<a href="cases/con/">)") == R"(<a href="cases/con_/index.html">)");
  CHECK(shown("search/more.js", R"(["a","cases/con/"])") == R"(["a","cases/con_/"])");
  CHECK(shown("cases/con/index.html", R"(<a href="../../">)") == R"(<a href="../../index.html">)");
}

TEST_CASE("names in addresses are written as bytes only where they have to be") {
  CHECK(shown("index.html", R"(<a href="cases/い%20ろ/">)") ==
        R"(<a href="cases/い%20ろ/index.html">)");
}

TEST_CASE("the page for what is not there leads to the same pages") {
  CHECK(shown("404.html", R"(<a href="/kpi/areas/31/#a">)") ==
        R"(<a href="areas/31/index.html#a">)");
  CHECK(shown("404.html", R"(<a href="/kpi/">)") == R"(<a href="index.html">)");
  CHECK(shown("404.html", R"(<a href="/kpi/none.pdf">)") == R"(<a href="/kpi/none.pdf">)");
}

TEST_CASE("what only other machines read is left out") {
  CHECK(site.name_of("robots.txt").empty());
  CHECK(site.name_of("index.html") == "index.html");
}

TEST_CASE("names that Windows keeps for itself or can't write are changed") {
  CHECK(windows_name("aux.csv") == "aux_.csv");
  CHECK(windows_name("COM1") == "COM1_");
  CHECK(windows_name("a:b?.csv") == "a_b_.csv");
  CHECK(windows_name("end. ") == "end._");
  CHECK(windows_name("comic.csv") == "comic.csv");
  CHECK(windows_name("介護.csv") == "介護.csv");
}

TEST_CASE("a long name keeps its beginning and its ending") {
  std::string name;
  for (int count = 0; count < 100; ++count) name += "介";
  const std::string made = windows_name(name + ".csv");
  CHECK(made.starts_with("介介"));
  CHECK(made.ends_with(".csv"));
  CHECK(made.size() < 90);
  CHECK(made != windows_name(name + "護.csv"));
}

TEST_CASE("paths that differ by case alone become two") {
  const auto paths = windows_paths({"A/x", "a/x", "a/y", "b.csv", "B.csv"});
  CHECK(paths.at("A/x") == "A/x");
  CHECK(paths.at("a/x") == "a~2/x");
  CHECK(paths.at("a/y") == "a~2/y");
  CHECK(paths.at("B.csv") == "B~2.csv");
}
