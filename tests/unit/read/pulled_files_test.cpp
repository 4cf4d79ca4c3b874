#include <doctest/doctest.h>

#include "base/hash.h"
#include "model/provenance.h"
#include "read/publication.h"
#include "small_publication.h"

using namespace yokoten;

namespace {

const std::string raw_path = "data/small/raw/applications.csv";

// The small publication, with its one source pulled from the web.
MemoryDisk pulled_publication() {
  MemoryDisk disk = small_publication();
  std::string& text = disk.tree["data/small/sources.toml"];
  text.replace(text.find("file:raw/a.csv"), 14, "https://example.jp/a.csv");
  const auto hash = text.find("sha256");
  text.erase(hash, text.find('\n', hash) - hash + 1);
  const std::string raw = disk.tree["data/small/raw/a.csv"];
  disk.tree.erase("data/small/raw/a.csv");
  disk.tree[raw_path] = raw;
  Provenance from;
  from.address = "https://example.jp/a.csv";
  from.retrieved = "2024-10-01T08:30:00Z";
  from.published = "2024-09-20";
  from.licence = "CC BY 4.0";
  from.sha256 = sha256(raw);
  from.bytes = static_cast<std::int64_t>(raw.size());
  disk.tree[provenance_path(raw_path)] = to_toml(from);
  return disk;
}

std::string found_of_pulled(MemoryDisk& disk) {
  Findings findings;
  read_publication(disk, "data/small", findings);
  return lines(findings);
}

}  // namespace

TEST_CASE("a pulled source has what its provenance says") {
  MemoryDisk disk = pulled_publication();
  Findings findings;
  const auto publication = read_publication(disk, "data/small", findings);
  CHECK(lines(findings) == "");
  REQUIRE(publication.has_value());
  CHECK(publication->sources[0].retrieved == "2024-10-01");
  CHECK(publication->sources[0].published == "2024-09-20");
  CHECK(publication->sources[0].licence == "CC BY 4.0");
  CHECK(publication->tables[0].rows() == 3);
}

TEST_CASE("a file that came before nine in Japan was taken on that day") {
  MemoryDisk disk = pulled_publication();
  std::string& text = disk.tree[provenance_path(raw_path)];
  text.replace(text.find("2024-10-01T08:30:00Z"), 20, "2024-09-30T23:30:00Z");
  Findings findings;
  const auto publication = read_publication(disk, "data/small", findings);
  REQUIRE(publication.has_value());
  CHECK(publication->sources[0].retrieved == "2024-10-01");
}

TEST_CASE("a pulled file that no longer fits its provenance is a warning") {
  MemoryDisk disk = pulled_publication();
  disk.tree[raw_path] += " ";
  CHECK(found_of_pulled(disk).find("warning source.changed raw/applications.csv has changed") !=
        std::string::npos);
}

TEST_CASE("a pulled file that is not there names the verb that takes it") {
  MemoryDisk disk = pulled_publication();
  disk.tree.erase(raw_path);
  CHECK(found_of_pulled(disk) ==
        "data/small/sources.toml:1:1: error source.missing raw/applications.csv is not there; "
        "yokoten pull takes it\n");
}

TEST_CASE("a pulled file without its provenance is a warning") {
  MemoryDisk disk = pulled_publication();
  disk.tree.erase(provenance_path(raw_path));
  CHECK(found_of_pulled(disk).find(
            "warning source.provenance nothing says where raw/applications.csv") !=
        std::string::npos);
}

TEST_CASE("a file that pull.lock does not pin is not read") {
  MemoryDisk disk = pulled_publication();
  disk.tree["data/small/pull.lock"] = "[sha256]\napplications = \"" + std::string(64, 'a') + "\"\n";
  CHECK(found_of_pulled(disk).find(
            "error source.locked raw/applications.csv is not the file that pull.lock "
            "pins (aaaaaaaaaaaa…") != std::string::npos);
}

TEST_CASE("a file that pull.lock pins is read") {
  MemoryDisk disk = pulled_publication();
  disk.tree["data/small/pull.lock"] =
      "[sha256]\napplications = \"" + sha256(disk.tree[raw_path]) + "\"\n";
  CHECK(found_of_pulled(disk) == "");
}

TEST_CASE("a source that is not in pull.lock is a warning") {
  MemoryDisk disk = pulled_publication();
  disk.tree["data/small/pull.lock"] = "[sha256]\n";
  CHECK(found_of_pulled(disk) ==
        "data/small/sources.toml:1:1: warning source.unpinned applications is not in pull.lock; "
        "yokoten pull --update-lock adds it\n");
}

TEST_CASE("an answer to another query than the one that is there is a warning") {
  MemoryDisk disk = pulled_publication();
  std::string& sources = disk.tree["data/small/sources.toml"];
  const std::string url = "\"https://example.jp/a.csv\"";
  sources.replace(sources.find(url), url.size(), "\"postgres:\"\nquery = \"queries/a.sql\"");
  disk.tree["data/small/queries/a.sql"] = "SELECT 1";
  Findings own;
  auto from = *read_provenance(disk.tree[provenance_path(raw_path)], "x", own);
  from.asked = AskedQuery{"queries/a.sql", sha256("SELECT 1"), {}, "PostgreSQL 15.1", {"a int"}, 3};
  disk.tree[provenance_path(raw_path)] = to_toml(from);
  CHECK(found_of_pulled(disk) == "");
  disk.tree["data/small/queries/a.sql"] = "SELECT 2";
  CHECK(found_of_pulled(disk).find("warning source.query raw/applications.csv was not taken by "
                                   "queries/a.sql and the parameters as they are now") !=
        std::string::npos);
}
