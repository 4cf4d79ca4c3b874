#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>

#include "publish/tree.h"
#include "unit/publish/own_folder.h"

using namespace yokoten;
namespace fs = std::filesystem;

namespace {

Pieces in_one(std::string bytes) {
  return [bytes = std::move(bytes)](const TakePiece& take) { return take(bytes); };
}

/// A site on the disk of the machine whose figures lie under two names.
struct Site {
  OwnFolder own;
  const std::string& folder = own.path;
  RealDisk disk;
  std::size_t written = 0;

  std::string live() const { return folder + "/site"; }
  void build(const std::vector<std::string>& figures_at, const std::string& figures,
             const std::string& page = "page") {
    NextTree tree(disk, live());
    REQUIRE(tree.write_alike(figures_at, in_one(figures)));
    REQUIRE(tree.write("index.html", page));
    REQUIRE(tree.finish());
    written = tree.written();
  }
  std::string read(const std::string& path) {
    return disk.read(live() + '/' + path).value_or("nothing");
  }
  std::uint64_t file_at(const std::string& path) const {
    struct stat status {};
    return ::stat((live() + '/' + path).c_str(), &status) == 0 ? status.st_ino : 0;
  }
};

const std::vector<std::string> both = {"data/all.csv", "releases/latest/all.csv"};

}  // namespace

TEST_CASE("what lies under two names is one file") {
  Site site;
  site.build(both, "1");
  CHECK(site.read(both[0]) == "1");
  CHECK(site.read(both[1]) == "1");
  CHECK(site.file_at(both[0]) == site.file_at(both[1]));
}

TEST_CASE("a file with two names is relied on by the next build but one") {
  Site site;
  for (int build = 0; build < 3; ++build) site.build(both, "1");
  CHECK(site.written == 0);
  CHECK(site.read(both[1]) == "1");
}

TEST_CASE("a name that gets other contents leaves those of the other name alone") {
  Site site;
  for (int build = 0; build < 2; ++build) site.build({"data/all.csv", "releases/1/all.csv"}, "1");
  NextTree tree(site.disk, site.live());
  REQUIRE(tree.write_alike({"data/all.csv", "releases/2/all.csv"}, in_one("2")));
  REQUIRE(tree.write("releases/1/all.csv", "1"));
  REQUIRE(tree.finish());
  CHECK(site.read("data/all.csv") == "2");
  CHECK(site.read("releases/2/all.csv") == "2");
  CHECK(site.read("releases/1/all.csv") == "1");
}

TEST_CASE("new contents under both names replace the old ones under both") {
  Site site;
  for (const char* figures : {"1", "1", "2", "3"}) site.build(both, figures);
  CHECK(site.read(both[0]) == "3");
  CHECK(site.read(both[1]) == "3");
  CHECK(site.file_at(both[0]) == site.file_at(both[1]));
}

TEST_CASE("a name may become a folder that holds the other one") {
  Site site;
  for (int build = 0; build < 2; ++build) site.build({"a", "b"}, "1");
  for (int build = 0; build < 2; ++build) site.build({"b", "a/b"}, "2");
  CHECK(site.read("a/b") == "2");
  CHECK(site.read("b") == "2");
}

TEST_CASE("a page that differs takes the room of the one that stood") {
  Site site;
  site.build(both, "1", "a first page");
  const std::uint64_t first = site.file_at("index.html");
  for (const char* page : {"second", "the third page"}) site.build(both, "1", page);
  CHECK(site.file_at("index.html") == first);
  CHECK(site.read("index.html") == "the third page");
}

TEST_CASE("a file of the spare tree that has a name elsewhere is not written through") {
  Site site;
  for (int build = 0; build < 2; ++build) site.build(both, "1");
  const std::string kept = site.folder + "/kept.csv";
  fs::create_hard_link(site.folder + "/.site.next/" + both[0], kept);
  site.build(both, "2");
  CHECK(site.disk.read(kept) == "1");
  CHECK(site.read(both[0]) == "2");
}

TEST_CASE("a file in pieces takes the way of a folder, and makes one where a file stood") {
  Site site;
  site.build({"data", "releases/latest/all.csv/old"}, "1");
  site.build({"data", "releases/latest/all.csv/old"}, "1");
  site.build(both, "2");
  CHECK(site.read(both[0]) == "2");
  CHECK(site.read(both[1]) == "2");
  site.build(both, "2");
  CHECK(site.read(both[1]) == "2");
}

TEST_CASE("pieces that can't be had leave the site that stands") {
  Site site;
  site.build(both, "1");
  NextTree tree(site.disk, site.live());
  CHECK_FALSE(tree.write("data/raw.csv", pieces_of(site.disk, site.folder + "/gone.csv")));
  CHECK_FALSE(tree.finish());
  CHECK(site.read(both[0]) == "1");
}
