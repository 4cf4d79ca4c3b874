#include "base/layered_disk.h"

#include <doctest/doctest.h>

using namespace yokoten;

namespace {

struct Fixture {
  MemoryDisk back;
  LayeredDisk disk{back, "book/name", "home", {"raw", "pull.lock"}};

  Fixture() {
    back.tree["home/raw/a.csv"] = "a";
    back.tree["home/pages/index.md"] = "of the folder";
    disk.front["pages/index.md"] = "of the book";
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "what stands in memory is read, and hides what lies behind") {
  CHECK(disk.read("book/name/pages/index.md") == "of the book");
  CHECK(disk.size("book/name/pages/index.md") == 11);
  CHECK(disk.exists("book/name/pages"));
  CHECK_FALSE(disk.read("book/name/pages/other.md"));
}

TEST_CASE_FIXTURE(Fixture, "only the names beside are taken from the real folder") {
  CHECK(disk.read("book/name/raw/a.csv") == "a");
  CHECK(disk.files("book/name") == std::vector<std::string>{"pages/index.md", "raw/a.csv"});
  CHECK(disk.files("book/name/pages") == std::vector<std::string>{"index.md"});
  CHECK(disk.files("book/name/raw") == std::vector<std::string>{"a.csv"});
}

TEST_CASE_FIXTURE(Fixture, "what is written beside lands in the real folder") {
  CHECK(disk.replace("book/name/raw/b.csv", "b"));
  CHECK(back.tree.at("home/raw/b.csv") == "b");
  CHECK(disk.real_path("book/name/raw/b.csv") == "home/raw/b.csv");
}

TEST_CASE_FIXTURE(Fixture, "what stands in memory can't be written, and the reason is told") {
  CHECK_FALSE(disk.write("book/name/pages/index.md", "x"));
  CHECK(disk.reason() == "book/name/pages/index.md: stands in the workbook");
  CHECK(disk.read("book/name/pages/index.md") == "of the book");
}

TEST_CASE_FIXTURE(Fixture, "other paths are those of the disk behind") {
  CHECK(disk.read("home/pages/index.md") == "of the folder");
  CHECK(disk.write("site/index.html", "page"));
  CHECK(back.tree.contains("site/index.html"));
}

TEST_CASE("a file is read in pieces wherever it lies") {
  MemoryDisk back;
  back.tree["real/raw/a.csv"] = "abc";
  LayeredDisk disk(back, "book", "real", {"raw"});
  disk.front["sources.toml"] = "defg";
  std::string piece(2, '\0');
  for (const auto& [path, wanted] :
       {std::pair{"book/raw/a.csv", "bc"}, {"book/sources.toml", "ef"}}) {
    const auto file = disk.open(path);
    REQUIRE(file);
    CHECK(file->read(1, piece) == 2);
    CHECK(piece == wanted);
  }
  CHECK_FALSE(disk.open("book/raw/b.csv"));
}
