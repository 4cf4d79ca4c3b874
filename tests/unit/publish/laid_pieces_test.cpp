#include "publish/laid_pieces.h"

#include <doctest/doctest.h>

using namespace yokoten;

namespace {

/// A folder in memory in which a file is laid in two pieces.
struct Laying {
  MemoryDisk disk;
  bool stood = false, good = false;
  ManifestEntry entry;

  std::string over(const std::string& standing) {
    disk.tree["site/all.csv"] = standing;
    return lay();
  }
  std::string lay() {
    LaidPieces file(disk, "site/all.csv");
    good = file.add("first,") && file.add("second") && file.end();
    stood = file.stood();
    entry = file.entry("all.csv");
    return disk.tree["site/all.csv"];
  }
};

}  // namespace

TEST_CASE_FIXTURE(Laying, "a file in pieces is written where none stands") {
  CHECK(lay() == "first,second");
  CHECK(good);
  CHECK_FALSE(stood);
}

TEST_CASE_FIXTURE(Laying, "pieces that stand already are not written again") {
  disk.fail_after = 0;
  CHECK(over("first,second") == "first,second");
  CHECK(good);
  CHECK(stood);
}

TEST_CASE_FIXTURE(Laying, "what stands is replaced from the first piece on that differs") {
  CHECK(over("First,second") == "first,second");
  CHECK_FALSE(stood);
  CHECK(over("first,Second") == "first,second");
  CHECK_FALSE(stood);
}

TEST_CASE_FIXTURE(Laying, "what stands and is shorter or longer is replaced") {
  for (const char* standing : {"", "first,", "first,seco", "first,second,third"}) {
    CAPTURE(standing);
    CHECK(over(standing) == "first,second");
    CHECK_FALSE(stood);
  }
}

TEST_CASE_FIXTURE(Laying, "a file without any piece is empty") {
  disk.tree["site/all.csv"] = "old";
  LaidPieces file(disk, "site/all.csv");
  REQUIRE(file.end());
  CHECK(disk.tree["site/all.csv"].empty());
}

TEST_CASE_FIXTURE(Laying, "the manifest says of pieces what it says of the whole") {
  for (const char* standing : {"first,second", "old"}) {
    CAPTURE(standing);
    over(standing);
    const ManifestEntry whole = entry_of("all.csv", "first,second");
    CHECK(entry.path == whole.path);
    CHECK(entry.bytes == whole.bytes);
    CHECK(entry.sha256 == whole.sha256);
  }
}

TEST_CASE_FIXTURE(Laying, "a disk that is full ends a file in pieces") {
  disk.fail_after = 1;
  lay();
  CHECK_FALSE(good);
}
