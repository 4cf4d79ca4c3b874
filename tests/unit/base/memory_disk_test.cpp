#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/disk.h"

using namespace yokoten;

TEST_CASE("files are listed relative to their folder and sorted") {
  MemoryDisk disk;
  disk.tree = {{"a/z.md", ""}, {"a/b/c.md", ""}, {"ab/d.md", ""}};
  CHECK(disk.files("a") == std::vector<std::string>{"b/c.md", "z.md"});
}

TEST_CASE("a file that is not there is no empty file") {
  MemoryDisk disk;
  disk.tree = {{"empty", ""}};
  CHECK(disk.read("empty") == "");
  CHECK_FALSE(disk.read("none"));
}

TEST_CASE("writes fail from the asked one on") {
  MemoryDisk disk;
  disk.fail_after = 1;
  CHECK(disk.write("first", "1"));
  CHECK_FALSE(disk.write("second", "2"));
  CHECK(disk.tree.size() == 1);
}

TEST_CASE("an exchange puts both trees in the place of the other") {
  MemoryDisk disk;
  disk.tree = {{"next/a", "new"}, {"live/a", "old"}, {"other", "same"}};
  REQUIRE(disk.exchange("next", "live"));
  CHECK(disk.tree["live/a"] == "new");
  CHECK(disk.tree["next/a"] == "old");
  CHECK(disk.tree["other"] == "same");
}
