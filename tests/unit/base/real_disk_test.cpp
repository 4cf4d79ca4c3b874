#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "base/disk.h"

using namespace yokoten;

namespace {

/// An empty folder of the machine's file system that goes away with the test.
struct OnDisk {
  RealDisk disk;
  std::string folder;

  OnDisk() {
    std::string name = (std::filesystem::temp_directory_path() / "yokoten-disk-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    folder = name;
  }
  OnDisk(const OnDisk&) = delete;
  OnDisk& operator=(const OnDisk&) = delete;
  ~OnDisk() { std::filesystem::remove_all(folder); }

  std::string path(const std::string& name) const { return folder + '/' + name; }
};

}  // namespace

TEST_CASE_FIXTURE(OnDisk, "a pipe is no file and is not waited for") {
  REQUIRE(::mkfifo(path("pipe").c_str(), 0600) == 0);
  CHECK_FALSE(disk.read(path("pipe")));
  CHECK(disk.reason() == path("pipe") + ": no regular file");
}

TEST_CASE_FIXTURE(
    OnDisk, "a file has the size of what would be read, and a folder, a pipe or nothing has none") {
  REQUIRE(disk.write(path("in/a.csv"), "a,b\n"));
  REQUIRE(::mkfifo(path("pipe").c_str(), 0600) == 0);
  CHECK(disk.size(path("in/a.csv")) == 4);
  for (const char* name : {"in", "pipe", "nothing"}) CHECK_FALSE(disk.size(path(name)));
}

TEST_CASE_FIXTURE(OnDisk, "links are told apart, and not looked into") {
  REQUIRE(disk.write(path("in/a.csv"), "x"));
  std::filesystem::create_symlink(path("in"), path("other"));
  std::filesystem::create_symlink(path("nowhere"), path("in/b.csv"));
  CHECK(disk.links(path("in")) == std::vector<std::string>{path("in/b.csv")});
  CHECK(disk.links(path("other")) == std::vector<std::string>{path("other")});
  CHECK(disk.links(path("in/a.csv")).empty());
}

TEST_CASE_FIXTURE(OnDisk, "files leave out links that lead elsewhere") {
  REQUIRE(disk.write(path("in/a.csv"), "a\n"));
  std::filesystem::create_symlink(path("in/a.csv"), path("in/b.csv"));
  CHECK(disk.files(path("in")) == std::vector<std::string>{"a.csv"});
}

TEST_CASE_FIXTURE(OnDisk, "what is written over a file is all that it holds, longer or shorter") {
  REQUIRE(disk.write(path("a"), std::string(10'000, 'a')));
  for (const std::size_t size : {5'000, 4'096, 9'000, 1, 0, 12'288}) {
    const std::string bytes(size, 'b');
    CHECK(disk.write_over(path("a"), bytes));
    CHECK(disk.read(path("a")) == bytes);
  }
}

TEST_CASE_FIXTURE(OnDisk, "nothing is written over where no file stands, nor through a link") {
  REQUIRE(disk.write(path("kept"), "kept"));
  std::filesystem::create_symlink(path("kept"), path("link"));
  for (const char* name : {"none", "link", "."}) CHECK_FALSE(disk.write_over(path(name), "x"));
  CHECK(disk.files(folder) == std::vector<std::string>{"kept"});
  CHECK(disk.read(path("kept")) == "kept");
}

TEST_CASE_FIXTURE(OnDisk, "a lock that somebody holds is told from one that can not be made") {
  const auto held = disk.lock(path("lock"));
  REQUIRE(held);
  CHECK_FALSE(disk.lock(path("lock")));
  CHECK(disk.reason().empty());
  REQUIRE(disk.write(path("file"), ""));
  CHECK_FALSE(disk.lock(path("file/lock")));
  CHECK_FALSE(disk.reason().empty());
}

TEST_CASE_FIXTURE(OnDisk, "an exchange puts one folder in the place of another") {
  REQUIRE(disk.write(path("next/new"), "1"));
  REQUIRE(disk.write(path("live/old"), "2"));
  CHECK(disk.exchange(path("next"), path("live")));
  CHECK(disk.exists(path("live/new")));
  CHECK(disk.exists(path("next/old")));
}

TEST_CASE_FIXTURE(OnDisk, "a file is replaced in one step and nothing stays beside it") {
  REQUIRE(disk.replace(path("raw/a.csv"), "old"));
  CHECK(disk.replace(path("raw/a.csv"), "new"));
  CHECK(disk.read(path("raw/a.csv")) == "new");
  CHECK(disk.files(folder) == std::vector<std::string>{"raw/a.csv"});
}

TEST_CASE_FIXTURE(OnDisk, "what is laid beside a file in pieces is all of them in their order") {
  REQUIRE(disk.replace(path("raw/a.csv"), "old"));
  CHECK(disk.add_beside(path("raw/a.csv"), "given up", true));
  CHECK(disk.add_beside(path("raw/a.csv"), "one ", true));
  CHECK(disk.add_beside(path("raw/a.csv"), "two", false));
  CHECK(disk.read(path("raw/a.csv")) == "old");
  CHECK(disk.put_in_place(path("raw/a.csv")));
  CHECK(disk.read(path("raw/a.csv")) == "one two");
  CHECK(disk.files(folder) == std::vector<std::string>{"raw/a.csv"});
}

TEST_CASE_FIXTURE(OnDisk, "what is laid beside a file becomes it only when it is put in place") {
  REQUIRE(disk.replace(path("raw/a.csv"), "old"));
  CHECK(disk.lay_beside(path("raw/a.csv"), "new"));
  CHECK(disk.read(path("raw/a.csv")) == "old");
  CHECK(disk.put_in_place(path("raw/a.csv")));
  CHECK(disk.read(path("raw/a.csv")) == "new");
  CHECK(disk.lay_beside(path("raw/a.csv"), "newer"));
  disk.take_away(path("raw/a.csv"));
  CHECK_FALSE(disk.put_in_place(path("raw/a.csv")));
  CHECK(disk.read(path("raw/a.csv")) == "new");
  CHECK(disk.files(folder) == std::vector<std::string>{"raw/a.csv"});
}

TEST_CASE_FIXTURE(OnDisk, "a link that is replaced leaves what it led to") {
  REQUIRE(disk.write(path("kept"), "kept"));
  std::filesystem::create_symlink(path("kept"), path("link"));
  CHECK(disk.replace(path("link"), "new"));
  CHECK(disk.read(path("kept")) == "kept");
  CHECK(disk.read(path("link")) == "new");
}

TEST_CASE_FIXTURE(OnDisk, "what can not be replaced stays, with the reason") {
  REQUIRE(disk.write(path("folder/a"), "a"));
  CHECK_FALSE(disk.replace(path("folder"), "new"));
  CHECK(disk.reason().starts_with(path("folder") + ": "));
  CHECK(disk.files(folder) == std::vector<std::string>{"folder/a"});
}

TEST_CASE_FIXTURE(OnDisk, "what is not there is no trouble") {
  CHECK_FALSE(disk.read(path("none")));
  CHECK_FALSE(disk.exists(path("none/below")));
  CHECK_FALSE(disk.size(path("none")));
  CHECK(disk.files(path("none")).empty());
  CHECK(disk.links(path("none")).empty());
  CHECK_FALSE(disk.trouble());
}

TEST_CASE_FIXTURE(OnDisk, "an inventory tells files, links and empty folders at any depth") {
  for (const char* name : {"a", "b/c", "b/d/e", "b/d/f/g/h"}) REQUIRE(disk.write(path(name), "x"));
  for (const char* name : {"i", "b/j", "b/d/k", "b/d/f/l/m"})
    std::filesystem::create_directories(path(name));
  std::filesystem::create_directory_symlink(path("b"), path("b/d/link"));
  CHECK(disk.entries(folder) == std::vector<std::string>{"a", "b/c", "b/d/e", "b/d/f/g/h",
                                                         "b/d/f/l/m/", "b/d/k/", "b/d/link", "b/j/",
                                                         "i/"});
}

TEST_CASE_FIXTURE(OnDisk, "names of one file have one number, and others another") {
  REQUIRE(disk.write(path("a"), "x"));
  REQUIRE(disk.write(path("c"), "x"));
  std::filesystem::create_hard_link(path("a"), path("in-a"));
  std::map<std::string, DiskEntry> found;
  for (const DiskEntry& each : disk.inventory(folder)) found[each.path] = each;
  CHECK(found["a"].number == found["in-a"].number);
  CHECK(found["a"].number != found["c"].number);
  CHECK(found["a"].names == 2);
}

TEST_CASE_FIXTURE(OnDisk, "entries tell links and empty folders, files neither") {
  REQUIRE(disk.write(path("a/b"), "b"));
  std::filesystem::create_directories(path("empty"));
  std::filesystem::create_symlink("nowhere", path("link"));
  CHECK(disk.entries(folder) == std::vector<std::string>{"a/b", "empty/", "link"});
  CHECK(disk.files(folder) == std::vector<std::string>{"a/b"});
  CHECK(disk.links(folder) == std::vector<std::string>{path("link")});
}

TEST_CASE_FIXTURE(
    OnDisk, "where an exchange in steps was killed after the first, the old one stands again") {
  REQUIRE(disk.write(path("next.old/page"), "old"));
  REQUIRE(disk.write(path("next/page"), "new"));
  CHECK(disk.settle_exchange(path("next"), path("live")));
  CHECK(disk.read(path("live/page")) == "old");
  CHECK(disk.read(path("next/page")) == "new");
  CHECK_FALSE(disk.exists(path("next.old")));
}

TEST_CASE_FIXTURE(OnDisk, "where it was killed after the second, the old one is the spare one") {
  REQUIRE(disk.write(path("next.old/page"), "old"));
  REQUIRE(disk.write(path("live/page"), "new"));
  CHECK(disk.settle_exchange(path("next"), path("live")));
  CHECK(disk.read(path("live/page")) == "new");
  CHECK(disk.read(path("next/page")) == "old");
  CHECK_FALSE(disk.exists(path("next.old")));
}

TEST_CASE_FIXTURE(OnDisk, "a file is read in pieces as far as it goes") {
  REQUIRE(disk.write(path("a"), "0123456789"));
  const auto file = disk.open(path("a"));
  REQUIRE(file);
  CHECK(file->size() == 10);
  std::string piece(4, '\0');
  CHECK(file->read(3, piece) == 4);
  CHECK(piece == "3456");
  CHECK(file->read(8, piece) == 2);
  CHECK(piece.substr(0, 2) == "89");
  CHECK(file->read(10, piece) == 0);
}

TEST_CASE_FIXTURE(OnDisk, "what is no file has no pieces") {
  REQUIRE(::mkfifo(path("pipe").c_str(), 0600) == 0);
  CHECK_FALSE(disk.open(path("pipe")));
  CHECK_FALSE(disk.open(path("nothing")));
  CHECK_FALSE(disk.open(folder));
}

TEST_CASE("a file in a folder that can't be made says why it can't") {
  RealDisk disk;
  CHECK_FALSE(disk.write("/sys/no-such-folder/x", ""));
  CHECK(disk.reason().find("No such file") == std::string::npos);
}

TEST_CASE("the names in a folder are those of files, folders and links") {
  OnDisk place;
  place.disk.write(place.path("b/c.txt"), "");
  place.disk.write(place.path("a.txt"), "");
  std::filesystem::create_symlink("nowhere", place.path("link"));
  CHECK(place.disk.names(place.folder) == std::vector<std::string>{"a.txt", "b", "link"});
  CHECK(place.disk.names(place.path("none")).empty());
}
