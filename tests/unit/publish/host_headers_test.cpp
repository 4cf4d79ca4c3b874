#include "publish/host_headers.h"

#include <doctest/doctest.h>

using namespace yokoten;

namespace {

const std::string own = "\n  Content-Security-Policy: frame-ancestors 'self'\n";

std::string rules_for(const std::vector<std::string>& paths) {
  std::vector<ManifestEntry> files;
  for (const std::string& path : paths) files.push_back({.path = path});
  return host_headers("", files);
}

}  // namespace

TEST_CASE("a folder of pages has one rule, pages on top have one each") {
  CHECK(rules_for({"404.html", "areas/31/index.html", "areas/index.html", "index.html"}) ==
        "/404.html" + own + "/areas/*" + own + "/index.html" + own + "/" + own);
}

TEST_CASE("charts for pages of others have no rule, wherever they lie") {
  CHECK(rules_for({"embed/rate/map.html", "en/about/index.html", "en/embed/rate/map.html",
                   "en/index.html", "index.html"}) == "/en/about/*" + own + "/en/index.html" + own +
                                                          "/en/" + own + "/index.html" + own + "/" +
                                                          own);
}

TEST_CASE("a folder without pages has no rule") {
  CHECK(rules_for({"data/a.csv", "assets/a.js"}).empty());
}

TEST_CASE("the rules for all sites stand before") {
  CHECK(host_headers("/*\n  A: b\n", {{.path = "index.html"}}).starts_with("/*\n  A: b\n/index"));
}
