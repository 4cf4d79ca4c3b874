#include "pull/arrivals.h"

#include <doctest/doctest.h>

using namespace yokoten;

TEST_CASE("what has come changes nothing until all is put in its place") {
  MemoryDisk disk;
  disk.tree["raw/a.csv"] = "old";
  Arrivals arrivals(disk);
  CHECK(arrivals.take("raw/a.csv", "new"));
  CHECK(arrivals.take("raw/b.csv", "first"));
  CHECK(disk.tree["raw/a.csv"] == "old");
  CHECK_FALSE(disk.exists("raw/b.csv"));
  CHECK(arrivals.settle().empty());
  CHECK(disk.tree ==
        std::map<std::string, std::string>{{"raw/a.csv", "new"}, {"raw/b.csv", "first"}});
}

TEST_CASE("what has come goes away again where it is never put in its place") {
  MemoryDisk disk;
  disk.tree["raw/a.csv"] = "old";
  {
    Arrivals arrivals(disk);
    CHECK(arrivals.take("raw/a.csv", "new"));
  }
  CHECK(disk.tree == std::map<std::string, std::string>{{"raw/a.csv", "old"}});
}

TEST_CASE("what can't be laid beside its place is not put there either") {
  MemoryDisk disk;
  disk.fail_after = 0;
  Arrivals arrivals(disk);
  CHECK_FALSE(arrivals.take("raw/a.csv", "new"));
  CHECK(arrivals.settle().empty());
  CHECK(disk.tree.empty());
}

TEST_CASE("what somebody took away before it was put in its place is told") {
  MemoryDisk disk;
  Arrivals arrivals(disk);
  CHECK(arrivals.take("raw/a.csv", "new"));
  disk.tree.clear();
  CHECK(arrivals.settle() == std::vector<std::string>{"raw/a.csv"});
}
