#include <doctest/doctest.h>

#include "base/disk.h"
#include "publish/hand_over.h"
#include "publish/release.h"
#include "publish/tree.h"

using namespace yokoten;

namespace {

/// A site of two files with its record.
struct SmallSite {
  MemoryDisk disk;
  Findings findings;
  BuildRecord release;

  SmallSite() { build({{"index.html", "new"}, {"b/index.html", "below"}}); }
  void build(const std::map<std::string, std::string>& pages) {
    NextTree tree(disk, "site/a");
    for (const auto& [path, text] : pages) tree.write(path, text);
    REQUIRE(tree.finish());
    release = record_of({}, {}, {}, tree.manifest_hash());
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
  std::size_t files() { return hand_over(disk, "site/a", "www", {}, findings).files; }
  std::string code() const { return findings.empty() ? "" : findings.front().code; }
};

}  // namespace

TEST_CASE_FIXTURE(SmallSite, "a site is handed over with its manifest") {
  CHECK(files() == 3);
  CHECK(disk.read("www/b/index.html") == "below");
  CHECK(disk.read("www/manifest.json") == disk.read("site/a/manifest.json"));
}

TEST_CASE_FIXTURE(SmallSite, "all of a site is on the medium before it is exchanged") {
  disk.steps.clear();
  REQUIRE(files() == 3);
  CHECK(disk.steps == std::vector<std::string>{"sync .www.next", "exchange www"});
}

TEST_CASE_FIXTURE(SmallSite, "a site that does not get onto the medium is not exchanged") {
  REQUIRE(files() == 3);
  build({{"index.html", "newer"}});
  disk.fails_to_sync = true;
  CHECK(files() == 0);
  CHECK(code() == "publish.write");
  CHECK(disk.read("www/index.html") == "new");
  CHECK_FALSE(disk.exists(".www.next"));
}

TEST_CASE_FIXTURE(SmallSite, "what the last one had and this one has not is gone") {
  files();
  build({{"index.html", "newer"}});
  CHECK(files() == 2);
  CHECK_FALSE(disk.exists("www/b"));
}

TEST_CASE_FIXTURE(SmallSite, "what others put there stays") {
  files();
  disk.write("www/.well-known/mine.txt", "mine");
  build({{"index.html", "newer"}});
  CHECK(files() == 2);
  CHECK(disk.read("www/.well-known/mine.txt") == "mine");
}

TEST_CASE_FIXTURE(SmallSite, "what others put there is not replaced by a file of its name") {
  files();
  disk.write("www/c.html", "mine");
  build({{"c.html", "ours"}});
  CHECK(files() == 0);
  CHECK(code() == "publish.foreign");
  CHECK(disk.read("www/c.html") == "mine");
  CHECK(disk.read("www/index.html") == "new");
}

TEST_CASE_FIXTURE(SmallSite, "assets of the site before stay for one generation") {
  build({{"index.html", "1"}, {"assets/a.1.js", "one"}});
  files();
  build({{"index.html", "2"}, {"assets/a.2.js", "two"}});
  files();
  CHECK(disk.read("www/assets/a.1.js") == "one");
  files();  // the same again is no other generation
  CHECK(disk.read("www/assets/a.1.js") == "one");
  build({{"index.html", "3"}, {"assets/a.3.js", "three"}});
  files();
  CHECK_FALSE(disk.exists("www/assets/a.1.js"));
  CHECK(disk.read("www/assets/a.2.js") == "two");
}

TEST_CASE_FIXTURE(SmallSite, "what a version without records published is replaced") {
  disk.write("www/manifest.json", manifest_json({entry_of("old.html", "old")}));
  disk.write("www/old.html", "old");
  disk.write("www/mine.html", "mine");
  CHECK(files() == 3);
  CHECK_FALSE(disk.exists("www/old.html"));
  CHECK(disk.read("www/mine.html") == "mine");
}

TEST_CASE_FIXTURE(SmallSite, "the way back leads to the site before, with the assets of this one") {
  build({{"index.html", "1"}, {"assets/a.1.js", "one"}});
  files();
  build({{"index.html", "2"}, {"assets/a.2.js", "two"}});
  files();
  disk.write("www/mine.txt", "mine");
  CHECK(hand_back(disk, "www", findings).files == 3);
  CHECK(disk.read("www/index.html") == "1");
  CHECK(disk.read("www/assets/a.1.js") == "one");
  CHECK(disk.read("www/assets/a.2.js") == "two");
  CHECK(disk.read("www/mine.txt") == "mine");
  CHECK(hand_back(disk, "www", findings).files == 3);
  CHECK(disk.read("www/index.html") == "2");
}

TEST_CASE_FIXTURE(SmallSite, "the same site again does not take the way back away") {
  build({{"index.html", "1"}});
  files();
  build({{"index.html", "2"}});
  files();
  files();
  CHECK(hand_back(disk, "www", findings).files == 2);
  CHECK(disk.read("www/index.html") == "1");
}

TEST_CASE_FIXTURE(SmallSite, "without a site before there is no way back") {
  files();
  CHECK(hand_back(disk, "www", findings).files == 0);
  CHECK(code() == "publish.no_way_back");
  CHECK(disk.read("www/index.html") == "new");
}

TEST_CASE_FIXTURE(SmallSite, "there is no way back to a site that was changed") {
  files();
  build({{"index.html", "2"}});
  files();
  disk.write(".www.previous/index.html", "changed");
  CHECK(hand_back(disk, "www", findings).files == 0);
  CHECK(code() == "publish.no_way_back");
  CHECK(disk.read("www/index.html") == "2");
}

TEST_CASE_FIXTURE(SmallSite, "a publish that was killed before the exchange is cleared away") {
  files();
  disk.write(".www.next/index.html", "half");
  build({{"index.html", "2"}});
  CHECK(files() == 2);
  CHECK(hand_back(disk, "www", findings).files == 3);
  CHECK(disk.read("www/index.html") == "new");
}

TEST_CASE_FIXTURE(SmallSite,
                  "after a publish that was killed behind the exchange there is a way back") {
  for (const char* text : {"1", "2", "3"}) {
    build({{"index.html", text}});
    files();
  }
  // As if the third had been killed before the second became the one before.
  disk.exchange(".www.previous", ".www.next");
  disk.write(".www.previous/manifest.json", disk.read("www/manifest.json").value());
  CHECK(hand_back(disk, "www", findings).files == 2);
  CHECK(disk.read("www/index.html") == "2");
}

TEST_CASE_FIXTURE(SmallSite, "a second publish to the folder is refused while one runs") {
  const auto held = disk.lock(".www.yokoten-lock");
  CHECK(files() == 0);
  CHECK(code() == "publish.locked");
}

TEST_CASE_FIXTURE(SmallSite, "a write that fails leaves what stands there") {
  files();
  build({{"index.html", "2"}, {"c.html", "2"}});
  disk.fail_after = disk.written() + 1;
  CHECK(files() == 0);
  CHECK(code() == "publish.write");
  CHECK(disk.read("www/index.html") == "new");
  CHECK_FALSE(disk.exists(".www.next"));
}

TEST_CASE_FIXTURE(SmallSite, "texts stand there compressed too where that is smaller") {
  const std::string text(1000, 'a');
  build({{"index.html", text}, {"p.png", text}, {"s.txt", "s"}});
  CHECK(hand_over(disk, "site/a", "www", {.gzip = true, .brotli = true, .headers = ""}, findings)
            .files == 8);
  CHECK(disk.exists("www/index.html.gz"));
  CHECK(disk.exists("www/index.html.br"));
  CHECK_FALSE(disk.exists("www/p.png.gz"));
  CHECK_FALSE(disk.exists("www/s.txt.gz"));
  CHECK(files() == 4);
  CHECK_FALSE(disk.exists("www/index.html.gz"));
}

TEST_CASE_FIXTURE(SmallSite, "a binding item that is missing keeps the site back") {
  owe("missing", true);
  CHECK(files() == 0);
  CHECK(code() == "publish.duty");
  CHECK_FALSE(disk.exists("www"));
}

TEST_CASE_FIXTURE(SmallSite, "a waived item does not") {
  owe("waived", true);
  CHECK(files() == 3);
}

TEST_CASE_FIXTURE(SmallSite, "an advised item that is missing does not") {
  owe("missing", false);
  CHECK(files() == 3);
}

TEST_CASE_FIXTURE(SmallSite, "a site with something still to be written is kept back") {
  release.unfilled = 2;
  record();
  CHECK(files() == 0);
  CHECK(code() == "publish.unfilled");
}

TEST_CASE_FIXTURE(SmallSite, "a file that changed after the build keeps the site back") {
  files();
  disk.write("site/a/index.html", "changed");
  CHECK(files() == 0);
  CHECK(code() == "publish.changed");
  CHECK(disk.read("www/index.html") == "new");
}

TEST_CASE_FIXTURE(SmallSite, "a site without its record is kept back") {
  disk.remove_tree("site/a.release.json");
  CHECK(files() == 0);
  CHECK(code() == "publish.release");
}

TEST_CASE_FIXTURE(SmallSite, "the record of another site is none") {
  release.site = "0";
  record();
  CHECK(files() == 0);
  CHECK(code() == "publish.release");
}

TEST_CASE_FIXTURE(SmallSite, "a folder without a manifest is no site") {
  CHECK(hand_over(disk, "site", "www", {}, findings).files == 0);
  CHECK(code() == "publish.no_site");
}

TEST_CASE_FIXTURE(SmallSite, "the site itself is no target, nor what lies in it or around it") {
  for (const char* target : {"site/a", "site/a/b", "site"}) {
    findings.clear();
    CHECK(hand_over(disk, "site/a", target, {}, findings).files == 0);
    CHECK(code() == "publish.target");
  }
}

TEST_CASE_FIXTURE(SmallSite, "a target that holds something else is not replaced") {
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
