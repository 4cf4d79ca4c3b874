#include <doctest/doctest.h>

#include "base/csv_cell.h"
#include "base/disk.h"
#include "base/hash.h"
#include "publish/assets.h"
#include "publish/manifest.h"
#include "publish/open_data.h"
#include "publish/site_index.h"
#include "publish/tree.h"

using namespace yokoten;

TEST_CASE("a cell with a comma is quoted") { CHECK(csv_cell("a,b") == "\"a,b\""); }

TEST_CASE("a quote inside a quoted cell is doubled") { CHECK(csv_cell("a\"b") == "\"a\"\"b\""); }

TEST_CASE("a text that a spreadsheet would run is made harmless") {
  CHECK(csv_cell("=1+1") == "'=1+1");
  CHECK(csv_cell("＝HYPERLINK(\"x\")") == "\"'＝HYPERLINK(\"\"x\"\")\"");
}

TEST_CASE("a full-width dash for no value is no formula") { CHECK(csv_cell("－") == "－"); }

TEST_CASE("the manifest lists files by path with size and hash") {
  std::vector<ManifestEntry> entries = {entry_of("b", "xy"), entry_of("a", "")};
  sort_by_path(entries);
  const std::string json = manifest_json(entries);
  CHECK(json.find("\"a\"") < json.find("\"b\""));
  CHECK(json.find("\"bytes\": 2, \"sha256\": \"" + sha256("xy")) != std::string::npos);
}

TEST_CASE("a finished tree stands in place of the old one") {
  MemoryDisk disk;
  disk.tree = {{"site/x/manifest.json", "old"}, {"site/x/old.html", "old"}};
  {
    NextTree tree(disk, "site/x");
    CHECK(tree.may_replace());
    CHECK(tree.write("index.html", "new"));
    CHECK(tree.finish());
  }
  CHECK(disk.tree.at("site/x/index.html") == "new");
  CHECK_FALSE(disk.exists("site/x/old.html"));
  CHECK(disk.tree.at("site/.x.next/old.html") == "old");
}

TEST_CASE("a tree that is not finished leaves the old one as it was") {
  MemoryDisk disk;
  disk.tree = {{"site/x/manifest.json", "old"}};
  const auto before = disk.tree;
  { NextTree(disk, "site/x").write("index.html", "new"); }
  CHECK(disk.tree == before);
}

TEST_CASE("a write that fails is told and the old tree stays") {
  MemoryDisk disk;
  disk.tree = {{"site/x/manifest.json", "old"}};
  const auto before = disk.tree;
  disk.fail_after = 0;
  {
    NextTree tree(disk, "site/x");
    CHECK_FALSE(tree.write("index.html", "new"));
    CHECK(tree.reason() == "no space left");
  }
  CHECK(disk.tree == before);
}

TEST_CASE("a second build into the same place is refused while the first runs") {
  MemoryDisk disk;
  const NextTree first(disk, "site/x");
  CHECK(first.is_ours());
  CHECK_FALSE(NextTree(disk, "site/x/").is_ours());
}

TEST_CASE("a place is free again when its build has ended") {
  MemoryDisk disk;
  { NextTree(disk, "site/x").write("a", "b"); }
  CHECK(NextTree(disk, "site/x").is_ours());
}

TEST_CASE("a folder with files of somebody else is not replaced") {
  MemoryDisk disk;
  disk.tree = {{"home/letter.txt", "dear"}};
  CHECK_FALSE(NextTree(disk, "home").may_replace());
}

TEST_CASE("styles are joined in the order of order.txt under a name with their hash") {
  Findings findings;
  const Asset style = style_asset(
      {{"styles/order.txt", "b.css\na.css\n"}, {"styles/a.css", "A"}, {"styles/b.css", "B"}},
      "title", {}, findings);
  CHECK(findings.empty());
  CHECK(style.bytes.starts_with("BA"));
  CHECK(style.path == "assets/style." + sha256(style.bytes).substr(0, 12) + ".css");
}

TEST_CASE("a style that order.txt names and nobody wrote is an error") {
  Findings findings;
  style_asset({{"styles/order.txt", "b.css\n"}}, "title", {}, findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "template.missing");
}

TEST_CASE("the sitemap escapes addresses") {
  CHECK(sitemap_xml("https://example.jp/?a&b/", {""}).find("?a&amp;b/</loc>") != std::string::npos);
}
