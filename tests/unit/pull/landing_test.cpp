#include <doctest/doctest.h>

#include "base/hash.h"
#include "pull/landing.h"

using namespace yokoten;

namespace {

const std::string old_bytes = "a,b\n0,0\n", new_bytes = "a,b\n1,2\n";
constexpr std::int64_t today = 1'732'500'000;  // 2024-11-25T02:00:00Z

/// Lands what came for one source over what stands on a disk in memory.
struct Scene {
  MemoryDisk disk;
  FixedClock clock{today};
  PullWorld world{disk, clock, {}, {}, {}};
  PullOptions options;
  PullLock lock;
  Findings findings;
  Source source;

  Scene() {
    options.folder = "pub";
    source.id = "x";
    source.url = "https://example.jp/a.csv";
    source.file = "raw/x.csv";
    source.place = {"pub/sources.toml", 1, 1};
  }

  void put_old(const std::string& retrieved) {
    Provenance from;
    from.address = source.url;
    from.retrieved = retrieved;
    from.sha256 = sha256(old_bytes);
    from.bytes = static_cast<std::int64_t>(old_bytes.size());
    disk.tree["pub/raw/x.csv"] = old_bytes;
    disk.tree["pub/raw/x.csv.source.toml"] = to_toml(from);
  }

  Pulled land(Catch caught) {
    caught.provenance.address = source.url;
    const StandingFile standing = standing_file(disk, options.folder, source, findings);
    Arrivals arrivals(disk);
    const Pulled pulled =
        Landing(options, world, lock, arrivals, findings).land(source, standing, std::move(caught));
    CHECK(arrivals.settle().empty());
    return pulled;
  }

  Pulled land(const std::string& bytes) {
    Catch caught;
    caught.bytes = bytes;
    return land(std::move(caught));
  }

  std::string said() const {
    std::string text;
    for (const Finding& finding : findings) text += to_line(finding, Language::en) + '\n';
    return text;
  }
};

Catch failure() {
  Catch caught;
  caught.fault = Fault{"pull.status", {"だめ", "no"}};
  return caught;
}

}  // namespace

TEST_CASE("the first file lands with its provenance") {
  Scene scene;
  CHECK(scene.land(new_bytes).state == PullState::fresh);
  CHECK(scene.disk.tree["pub/raw/x.csv"] == new_bytes);
  CHECK(
      scene.disk.tree["pub/raw/x.csv.source.toml"] ==
      "address = \"https://example.jp/a.csv\"\nretrieved = \"2024-11-25T02:00:00Z\"\nsha256 = \"" +
          sha256(new_bytes) + "\"\nbytes = 8\n");
}

TEST_CASE("the same bytes keep the day on which they were taken") {
  Scene scene;
  scene.put_old("2024-11-01T00:00:00Z");
  Catch caught;
  caught.bytes = old_bytes;
  caught.provenance.etag = "\"2\"";
  CHECK(scene.land(std::move(caught)).state == PullState::unchanged);
  const std::string& text = scene.disk.tree["pub/raw/x.csv.source.toml"];
  CHECK(text.find("retrieved = \"2024-11-01T00:00:00Z\"") != std::string::npos);
  CHECK(text.find("etag = \"\\\"2\\\"\"") != std::string::npos);
}

TEST_CASE("a failed pull says how old the kept file is") {
  Scene scene;
  scene.put_old("2024-11-24T01:00:00Z");
  CHECK(scene.land(failure()).state == PullState::kept);
  CHECK(
      scene.said() ==
      "pub/sources.toml:1:1: warning pull.status x: no; raw/x.csv is kept (taken on 2024-11-24, 1 "
      "day ago)\n");
}

TEST_CASE("a failed pull without any file is an error") {
  Scene scene;
  CHECK(scene.land(failure()).state == PullState::missing);
  CHECK(scene.said() == "pub/sources.toml:1:1: error pull.status x: no\n");
}

TEST_CASE("a failed pull without a file that is optional is a warning but for the strict") {
  Scene scene;
  scene.options.optional_files = {"raw/x.csv"};
  CHECK(scene.land(failure()).state == PullState::missing);
  CHECK(scene.said() == "pub/sources.toml:1:1: warning pull.status x: no\n");
  scene.options.strict = true;
  scene.land(failure());
  CHECK(blocks(scene.findings));
}

TEST_CASE("a day is that of Japan") {
  Scene scene;
  scene.put_old("2024-11-23T23:30:00Z");
  scene.land(failure());
  CHECK(scene.said().find("taken on 2024-11-24, 1 day ago") != std::string::npos);
}

TEST_CASE("a confirmed file has the licence that sources.toml says now") {
  Scene scene;
  scene.put_old("2024-11-01T00:00:00Z");
  std::string& text = scene.disk.tree["pub/raw/x.csv.source.toml"];
  Findings own;
  auto before = *read_provenance(text, "x", own);
  before.licence = "PDL1.0";
  before.etag = "\"1\"";
  text = to_toml(before);
  Catch caught;
  caught.unchanged = true;
  caught.provenance.published = "2024-10";
  CHECK(scene.land(std::move(caught)).state == PullState::unchanged);
  before.licence.clear();
  before.published = "2024-10";
  CHECK(text == to_toml(before));
}

TEST_CASE("a failed pull is an error for the strict") {
  Scene scene;
  scene.put_old("2024-11-24T01:00:00Z");
  scene.options.strict = true;
  scene.land(failure());
  CHECK(blocks(scene.findings));
}

TEST_CASE("a disk that refuses leaves the last good file and says why") {
  Scene scene;
  scene.put_old("2024-11-24T01:00:00Z");
  scene.disk.fail_after = 0;
  CHECK(scene.land(new_bytes).state == PullState::kept);
  CHECK(scene.disk.tree["pub/raw/x.csv"] == old_bytes);
  CHECK(scene.said().find("error pull.disk x: it can't be written: no space left") !=
        std::string::npos);
}

TEST_CASE("a disk that refuses the provenance makes the next pull take the file anew") {
  Scene scene;
  scene.put_old("2024-11-24T01:00:00Z");
  scene.disk.fail_after = 1;
  scene.land(new_bytes);
  CHECK(blocks(scene.findings));
  CHECK_FALSE(
      standing_file(scene.disk, "pub", scene.source, scene.findings).is_sound(scene.source));
}

TEST_CASE("a file that the lock does not pin is refused") {
  Scene scene;
  scene.put_old("2024-11-24T01:00:00Z");
  scene.lock["x"] = sha256(old_bytes);
  CHECK(scene.land(new_bytes).state == PullState::kept);
  CHECK(scene.disk.tree["pub/raw/x.csv"] == old_bytes);
  CHECK(scene.said().find("error pull.locked x: ") != std::string::npos);
}

TEST_CASE("what has another address than its provenance is not sound") {
  Scene scene;
  scene.put_old("2024-11-24T01:00:00Z");
  CHECK(standing_file(scene.disk, "pub", scene.source, scene.findings).is_sound(scene.source));
  scene.source.url = "https://example.jp/b.csv";
  CHECK_FALSE(
      standing_file(scene.disk, "pub", scene.source, scene.findings).is_sound(scene.source));
}

TEST_CASE("a provenance that can't be read is a warning and no obstacle") {
  Scene scene;
  scene.put_old("2024-11-24T01:00:00Z");
  scene.disk.tree["pub/raw/x.csv.source.toml"] = "address = 7\n";
  CHECK(scene.land(new_bytes).state == PullState::changed);
  CHECK_FALSE(blocks(scene.findings));
  CHECK(scene.said().find("warning toml.type") != std::string::npos);
}

namespace {

/// What comes of bytes without a known end over a last file of ten rows.
std::string unmeasured(Scene& scene, const std::string& bytes) {
  const std::string rows = "a,b\n0,0\n1,1\n2,2\n3,3\n4,4\n5,5\n6,6\n7,7\n8,8\n";
  Provenance from;
  from.address = "https://example.jp/a.csv";
  from.retrieved = "2024-11-24T01:00:00Z";
  from.sha256 = sha256(rows);
  from.bytes = static_cast<std::int64_t>(rows.size());
  scene.disk.tree["pub/raw/x.csv"] = rows;
  scene.disk.tree["pub/raw/x.csv.source.toml"] = to_toml(from);
  Catch caught;
  caught.bytes = bytes;
  caught.has_length = false;
  const bool is_taken = scene.land(std::move(caught)).state == PullState::changed;
  CHECK((scene.disk.tree["pub/raw/x.csv"] == bytes) == is_taken);
  return scene.findings.empty() ? "" : scene.findings.front().code;
}

const std::string one_row_less = "a,b\n0,0\n1,1\n2,2\n3,3\n4,4\n5,5\n6,6\n7,7\n";
const std::string other_half = "a,b\n9,0\n9,1\n9,2\n9,3\n";
const std::string other_bit = "a,b\n9,0\n9,1\n";

}  // namespace

TEST_CASE("without a length the beginning of the last file is no new one") {
  Scene scene;
  CHECK(unmeasured(scene, one_row_less) == "pull.length");
  CHECK(scene.said().find("it is only the beginning of the last file") != std::string::npos);
}

TEST_CASE("without a length less than half of the last file is no new one") {
  Scene scene;
  CHECK(unmeasured(scene, other_bit) == "pull.length");
  CHECK(scene.said().find("remove raw/x.csv and pull again; raw/x.csv is kept") !=
        std::string::npos);
}

TEST_CASE("without a length at least half of another file is taken with a warning") {
  Scene scene;
  CHECK(unmeasured(scene, other_half) == "pull.unmeasured");
}

TEST_CASE("a short file is taken where the source expects anything") {
  Scene scene;
  scene.source.pull.any_content = true;
  CHECK(unmeasured(scene, other_bit) == "pull.unmeasured");
}

TEST_CASE("a short file is taken where the last one is from elsewhere") {
  Scene scene;
  scene.source.url = "https://example.jp/b.csv";
  CHECK(unmeasured(scene, other_bit) == "pull.unmeasured");
}

TEST_CASE("a file that the lock pins is whole, whoever says its length") {
  Scene scene;
  scene.lock["x"] = sha256(other_bit);
  CHECK(unmeasured(scene, other_bit) == "");
}

TEST_CASE("a file with a length may be as short as it likes") {
  Scene scene;
  scene.put_old("2024-11-24T01:00:00Z");
  CHECK(scene.land("a\n").state == PullState::changed);
  CHECK(scene.said() == "");
}
