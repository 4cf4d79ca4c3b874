#include <doctest/doctest.h>

#include "base/disk.h"
#include "publish/hand_over.h"
#include "publish/release.h"
#include "publish/tree.h"

using namespace yokoten;

namespace {

/// A site of two files with its record.
struct BuiltSite {
  MemoryDisk disk;
  Findings findings;
  BuildRecord release;

  BuiltSite() {
    NextTree tree(disk, "site/a");
    tree.write("index.html", "new");
    tree.write("b/index.html", "below");
    REQUIRE(tree.finish());
    release = record_of({}, {}, {}, tree.manifest());
    record();
  }
  void record() { disk.write("site/a.release.json", release_json(release)); }
  void owe(const std::string& state, bool binding) {
    release.duties.push_back({.programme = "link",
                              .item = "training",
                              .state = state,
                              .reason = "",
                              .binding = binding,
                              .pages = {},
                              .lacks = {"研修がありません", "there is no training"}});
    record();
  }
  std::size_t files() { return hand_over(disk, "site/a", "www", findings).files; }
  std::string code() const { return findings.empty() ? "" : findings.front().code; }
};

}  // namespace

TEST_CASE_FIXTURE(BuiltSite, "a site is handed over with its manifest") {
  CHECK(files() == 3);
  CHECK(disk.read("www/b/index.html") == "below");
  CHECK(disk.read("www/manifest.json") == disk.read("site/a/manifest.json"));
}

TEST_CASE_FIXTURE(BuiltSite, "what the last one had and this one has not is gone") {
  files();
  disk.write("www/old.html", "old");
  CHECK(files() == 3);
  CHECK_FALSE(disk.exists("www/old.html"));
}

TEST_CASE_FIXTURE(BuiltSite, "a binding item that is missing keeps the site back") {
  owe("missing", true);
  CHECK(files() == 0);
  CHECK(code() == "publish.duty");
  CHECK_FALSE(disk.exists("www"));
}

TEST_CASE_FIXTURE(BuiltSite, "a waived item does not") {
  owe("waived", true);
  CHECK(files() == 3);
}

TEST_CASE_FIXTURE(BuiltSite, "an advised item that is missing does not") {
  owe("missing", false);
  CHECK(files() == 3);
}

TEST_CASE_FIXTURE(BuiltSite, "a site with something still to be written is kept back") {
  release.unfilled = 2;
  record();
  CHECK(files() == 0);
  CHECK(code() == "publish.unfilled");
}

TEST_CASE_FIXTURE(BuiltSite, "a file that changed after the build keeps the site back") {
  files();
  disk.write("site/a/index.html", "changed");
  CHECK(files() == 0);
  CHECK(code() == "publish.changed");
  CHECK(disk.read("www/index.html") == "new");
}

TEST_CASE_FIXTURE(BuiltSite, "a site without its record is kept back") {
  disk.remove_tree("site/a.release.json");
  CHECK(files() == 0);
  CHECK(code() == "publish.release");
}

TEST_CASE_FIXTURE(BuiltSite, "the record of another site is none") {
  release.site = "0";
  record();
  CHECK(files() == 0);
  CHECK(code() == "publish.release");
}

TEST_CASE_FIXTURE(BuiltSite, "a folder without a manifest is no site") {
  CHECK(hand_over(disk, "site", "www", findings).files == 0);
  CHECK(code() == "publish.no_site");
}

TEST_CASE_FIXTURE(BuiltSite, "the site itself is no target, nor what lies in it or around it") {
  for (const char* target : {"site/a", "site/a/b", "site"}) {
    findings.clear();
    CHECK(hand_over(disk, "site/a", target, findings).files == 0);
    CHECK(code() == "publish.target");
  }
}

TEST_CASE_FIXTURE(BuiltSite, "a target that holds something else is not replaced") {
  disk.write("www/mine.txt", "mine");
  CHECK(files() == 0);
  CHECK(code() == "publish.foreign");
  CHECK(disk.read("www/mine.txt") == "mine");
}

TEST_CASE("a record is read as it was written") {
  BuildRecord release{
      .title = "題", .as_of = "2025-09-30", .site = "ab", .warnings = 2, .notes = 1};
  release.duties.push_back({.programme = "p",
                            .item = "visits",
                            .state = "waived",
                            .reason = "理由",
                            .binding = true,
                            .pages = {"projects/a/"},
                            .lacks = {"ない", "none"}});
  CHECK(release_json(*read_release(release_json(release))) == release_json(release));
}

TEST_CASE("what is no record is read as none") {
  CHECK_FALSE(read_release("{}"));
  CHECK_FALSE(read_release("x"));
}
