#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "publish/tree.h"
#include "unit/publish/own_folder.h"

using namespace yokoten;
namespace fs = std::filesystem;

namespace {

/// A site of two pages on the disk of the machine, and the one before it.
struct TwoSites {
  OwnFolder own;
  const std::string& folder = own.path;
  RealDisk disk;
  std::size_t written = 0;

  std::string live() const { return folder + "/site"; }
  std::string spare() const { return folder + "/.site.next"; }
  void build(const std::string& page, const std::string& other = "other") {
    NextTree tree(disk, live());
    REQUIRE(tree.write("index.html", page));
    REQUIRE(tree.write("town/index.html", other));
    REQUIRE(tree.finish());
    written = tree.written();
  }
  void build(const std::string& page, int times) {
    for (int build = 0; build < times; ++build) this->build(page);
  }
  std::string read(const std::string& file) { return disk.read(file).value_or("nothing"); }
  std::string page() { return read(live() + "/index.html"); }
  bool is_one(const std::string& path) const {
    return fs::equivalent(live() + path, spare() + path);
  }
  // Later than the clock of a disk can tell from the build.
  void edit(const std::string& file, const std::string& text) const {
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    std::fstream(file, std::ios::in | std::ios::out) << text;
  }
};

}  // namespace

TEST_CASE("a page that stays is one file in the site and in the one before it") {
  TwoSites site;
  site.build("page", 2);
  CHECK(site.written == 0);
  CHECK(site.is_one("/index.html"));
  CHECK(site.is_one("/town/index.html"));
}

TEST_CASE("a page of both sites is relied on by all builds that follow") {
  TwoSites site;
  for (int build = 0; build < 5; ++build) {
    site.build("page");
    CHECK(site.written == (build == 0 ? 2 : 0));
  }
}

TEST_CASE("a page of both sites that differs leaves the site that stands until the exchange") {
  TwoSites site;
  site.build("page", 3);
  {
    NextTree tree(site.disk, site.live());
    REQUIRE(tree.write("index.html", "another"));
    CHECK(site.page() == "page");
  }
  CHECK(site.page() == "page");
  site.build("another");
  CHECK(site.page() == "another");
  CHECK(site.read(site.spare() + "/index.html") == "page");
}

TEST_CASE("a page that is written twice is not written through to the site that stands") {
  TwoSites site;
  site.build("page");
  NextTree tree(site.disk, site.live());
  REQUIRE(tree.write("index.html", "page"));
  REQUIRE(tree.write("index.html", "again"));
  CHECK(site.page() == "page");
}

TEST_CASE("what somebody wrote into the site that stands is in no site that follows") {
  TwoSites site;
  site.build("page");
  site.edit(site.live() + "/index.html", "edit");
  site.build("page");
  CHECK(site.page() == "page");
}

TEST_CASE("what somebody wrote into a page of both sites is in none that follows") {
  for (const bool is_live : {true, false}) {
    CAPTURE(is_live);
    TwoSites site;
    site.build("page", 2);
    site.edit((is_live ? site.live() : site.spare()) + "/index.html", "edit");
    for (int build = 0; build < 3; ++build) {
      site.build("page");
      CHECK(site.page() == "page");
    }
  }
}

TEST_CASE("a page that somebody gave a name elsewhere is not shared") {
  TwoSites site;
  site.build("page");
  const std::string kept = site.folder + "/kept.html";
  fs::create_hard_link(site.live() + "/index.html", kept);
  site.build("page");
  CHECK_FALSE(site.is_one("/index.html"));
  for (const char* page : {"second", "third", "fourth"}) site.build(page);
  CHECK(site.read(kept) == "page");
}

TEST_CASE("a page of both sites that somebody gave a name elsewhere is not relied on") {
  TwoSites site;
  site.build("page", 2);
  const std::string kept = site.folder + "/kept.html";
  fs::create_hard_link(site.live() + "/index.html", kept);
  site.build("page");
  CHECK(site.written == 1);
  for (const char* page : {"second", "third", "fourth"}) site.build(page);
  CHECK(site.read(kept) == "page");
}

TEST_CASE("a site whose earlier one was removed is built again as it was") {
  TwoSites site;
  site.build("page", 2);
  fs::remove_all(site.spare());
  for (int build = 0; build < 3; ++build) site.build("page");
  CHECK(site.page() == "page");
  CHECK(site.written == 0);
}

TEST_CASE("a page takes the way of a folder whose page stood") {
  TwoSites site;
  site.build("page", 2);
  {
    NextTree tree(site.disk, site.live());
    REQUIRE(tree.write("index.html", "page"));
    REQUIRE(tree.write("town", "a file"));
    REQUIRE(tree.finish());
  }
  CHECK(site.read(site.live() + "/town") == "a file");
  site.build("page", 2);
  CHECK(site.read(site.live() + "/town/index.html") == "other");
}
