#include <doctest/doctest.h>

#include "read/publication.h"
#include "small_publication.h"

using namespace yokoten;

namespace {

const std::string optional_path = "data/small/raw/a.csv";
const std::string headings_alone = "都道府県,事業所件数,申請件数\n";

// The small publication, with its one source complete and without a printed total.
MemoryDisk complete_publication() {
  MemoryDisk disk = small_publication();
  std::string& text = disk.tree["data/small/sources.toml"];
  text.replace(text.find("total_row = \"合計\""), 20, "complete = true");
  return disk;
}

// The same, with the source pulled from the web and optional.
MemoryDisk optional_publication() {
  MemoryDisk disk = complete_publication();
  std::string& text = disk.tree["data/small/sources.toml"];
  text.replace(text.find("file:raw/a.csv\""), 15,
               "https://example.jp/a.csv\"\nfile = \"raw/a.csv\"\noptional = true");
  const auto hash = text.find("sha256");
  text.erase(hash, text.find('\n', hash) - hash + 1);
  return disk;
}

bool lists_all_areas(MemoryDisk& disk, Findings& findings) {
  const auto publication = read_publication(disk, "data/small", findings);
  REQUIRE(publication.has_value());
  CHECK(publication->tables[0].rows() == 0);
  return publication->sources[0].complete;
}

}  // namespace

TEST_CASE("an optional source without its file says of no area that it has 0") {
  MemoryDisk disk = optional_publication();
  disk.tree.erase(optional_path);
  Findings findings;
  CHECK_FALSE(lists_all_areas(disk, findings));
  CHECK(lines(findings).find("warning source.missing raw/a.csv is not there") != std::string::npos);
}

TEST_CASE("an optional source whose file is another table says of no area that it has 0") {
  MemoryDisk disk = optional_publication();
  disk.tree[optional_path] = "ただいまメンテナンス中です。\n";
  Findings findings;
  CHECK_FALSE(lists_all_areas(disk, findings));
  CHECK(lines(findings).find("warning source.column ") != std::string::npos);
}

TEST_CASE("an optional source with headings alone says of no area that it has 0") {
  MemoryDisk disk = optional_publication();
  disk.tree[optional_path] = headings_alone;
  Findings findings;
  CHECK_FALSE(lists_all_areas(disk, findings));
  CHECK(lines(findings).find("warning source.rows raw/a.csv has headings alone") !=
        std::string::npos);
}

TEST_CASE("a complete table of headings alone is an error") {
  MemoryDisk disk = complete_publication();
  disk.tree[optional_path] = headings_alone;
  Findings findings;
  read_publication(disk, "data/small", findings);
  CHECK(lines(findings).find("error source.rows raw/a.csv has headings alone, and with complete = "
                             "true all areas would have 0") != std::string::npos);
}

TEST_CASE("a table of headings alone that is not complete has no figures, and is none") {
  MemoryDisk disk = complete_publication();
  std::string& text = disk.tree["data/small/sources.toml"];
  text.erase(text.find("complete = true"), 15);
  disk.tree[optional_path] = headings_alone;
  Findings findings;
  read_publication(disk, "data/small", findings);
  CHECK(lines(findings).find("source.rows") == std::string::npos);
}
