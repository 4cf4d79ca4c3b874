#include "publish/zip_archive.h"

#include <doctest/doctest.h>
#include <zip.h>

#include "publish/manifest.h"
#include "publish/packed_text.h"
#include "publish/published_record.h"

using namespace yokoten;

namespace {

/// What another program's library finds in an archive, as `name=bytes name=bytes `.
std::string opened(const std::string& bytes) {
  zip_error_t error;
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = zip_open_from_source(source, ZIP_CHECKCONS, &error);
  REQUIRE(archive != nullptr);
  std::string all;
  const zip_int64_t parts = zip_get_num_entries(archive, 0);
  for (zip_int64_t at = 0; at < parts; ++at) {
    const auto number = static_cast<zip_uint64_t>(at);
    zip_stat_t status;
    zip_stat_index(archive, number, 0, &status);
    std::string text(status.size, '\0');
    zip_file_t* file = zip_fopen_index(archive, number, 0);
    CHECK(zip_fread(file, text.data(), text.size()) == static_cast<zip_int64_t>(text.size()));
    CHECK(zip_fclose(file) == 0);
    if (parts < 10)
      all += std::string(zip_get_name(archive, number, ZIP_FL_ENC_GUESS)) + '=' + text + ' ';
  }
  zip_discard(archive);
  return parts < 10 ? all : std::to_string(parts);
}

}  // namespace

TEST_CASE("another program finds in an archive what was added, by name") {
  ZipArchive archive("2024-12-31");
  archive.add("い/ろ.txt", std::string(5, 'x'));
  archive.add("a", "");
  CHECK(opened(archive.bytes("")) == "a= い/ろ.txt=xxxxx ");
}

TEST_CASE("more parts than the short form counts are found as well") {
  ZipArchive archive("2024-12-31");
  constexpr int many = 70000;
  for (int number = 0; number < many; ++number) archive.add(std::to_string(number), "");
  CHECK(opened(archive.bytes("")) == "70000");
}

TEST_CASE("the order in which parts are added leaves no trace") {
  ZipArchive one("2024-12-31"), other("2024-12-31");
  one.add("a", "1");
  one.add("b", "2");
  other.add("b", "2");
  other.add("a", "1");
  CHECK(one.bytes("c") == other.bytes("c"));
}

TEST_CASE("an archive tells its comment") {
  ZipArchive archive("no day");
  archive.add("a", "1");
  CHECK(zip_comment(archive.bytes("yokoten 12")) == "yokoten 12");
  CHECK(zip_comment("no archive").empty());
}

TEST_CASE(
    "compressed text is the same whatever the clock, and is not there where it is no smaller") {
  const std::string text(5000, 'a');
  CHECK(gzip_of(text).value().substr(0, 10) == std::string("\x1f\x8b\x08\0\0\0\0\0\x02\xff", 10));
  CHECK(gzip_of(text) == gzip_of(text));
  CHECK(brotli_of(text).value().size() < 50);
  CHECK_FALSE(gzip_of("a"));
  CHECK_FALSE(brotli_of("a"));
}

TEST_CASE("a record is read as it was written") {
  PublishedRecord record{.generation = 3, .site = "ab", .title = "題", .as_of = "2024-12-31"};
  record.coming = "cd";
  record.goes_back = true;
  for (const Standing standing :
       {Standing::site, Standing::packed, Standing::kept, Standing::coming})
    record.files.push_back({entry_of("い \"x\".html", "text"), standing});
  CHECK(record_json(*read_record(record_json(record))) == record_json(record));
}

TEST_CASE("a record or manifest that names a way out of its folder is none") {
  for (const char* path : {"../a", "/a", "a/../b", "a//b", "a\nb", "", "a/", ".", "a\\b"}) {
    PublishedRecord record;
    record.files.push_back({entry_of(path, ""), Standing::site});
    CHECK_FALSE(read_record(record_json(record)));
    CHECK_FALSE(read_manifest(manifest_json({entry_of(path, "")})));
  }
}
