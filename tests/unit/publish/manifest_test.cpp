#include "publish/manifest.h"

#include <doctest/doctest.h>

using namespace yokoten;

namespace {

constexpr const char* hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

std::string listing(const std::string& files) { return "{\"files\": " + files + "}"; }

std::string entry(const std::string& more = "") {
  return "{\"path\": \"a/b.html\", \"bytes\": 3, \"sha256\": \"" + std::string(hash) + "\"" + more +
         "}";
}

}  // namespace

TEST_CASE("a manifest is read as it was written") {
  const std::vector<ManifestEntry> written = {entry_of("a/鳥取.html", "abc"),
                                              entry_of("b \"c\".csv", "")};
  const auto read = read_manifest(manifest_json(written));
  REQUIRE(read);
  REQUIRE(read->size() == 2);
  for (std::size_t at = 0; at < 2; ++at) {
    CHECK((*read)[at].path == written[at].path);
    CHECK((*read)[at].bytes == written[at].bytes);
    CHECK((*read)[at].sha256 == written[at].sha256);
  }
}

TEST_CASE("a manifest of no files is one") { CHECK(read_manifest(manifest_json({}))->empty()); }

TEST_CASE("what a manifest has besides is passed over") {
  const auto read = read_manifest("{\"made\": {\"files\": [1, {\"path\": null}]}, \"files\": [" +
                                  entry(", \"tags\": [1, {\"bytes\": -1}], \"new\": null") +
                                  "], \"more\": [true, 1.5, \"files\"]}");
  REQUIRE(read);
  REQUIRE(read->size() == 1);
  CHECK(read->front().bytes == 3);
}

TEST_CASE("what is no manifest is not read as one") {
  for (const std::string& bytes :
       {std::string(), std::string("[]"), std::string("{}"), std::string("{\"files\": [")}) {
    CAPTURE(bytes);
    CHECK_FALSE(read_manifest(bytes));
  }
  for (const char* files : {"1", "\"a\"", "{}", "[1]", "[\"a\"]", "[[]]", "[null]", "[{}]"}) {
    CAPTURE(files);
    CHECK_FALSE(read_manifest(listing(files)));
  }
}

TEST_CASE("an entry without one of its values, or with one of another kind, spoils the manifest") {
  REQUIRE(read_manifest(listing("[" + entry() + "]")));
  for (const char* spoilt :
       {R"({"path": "a", "bytes": 3})", R"({"path": "a", "sha256": "0"})",
        R"({"bytes": 3, "sha256": "0"})", R"({"path": 1, "bytes": 3, "sha256": "0"})",
        R"({"path": "a", "bytes": "3", "sha256": "0"})",
        R"({"path": "a", "bytes": -3, "sha256": "0"})",
        R"({"path": "a", "bytes": 3.5, "sha256": "0"})",
        R"({"path": "a", "bytes": 3, "sha256": null})",
        R"({"path": ["a"], "bytes": 3, "sha256": "0"})",
        R"({"path": "a", "bytes": {"bytes": 3}, "sha256": "0"})"}) {
    CAPTURE(spoilt);
    CHECK_FALSE(read_manifest(listing("[" + entry() + ", " + spoilt + "]")));
  }
}

TEST_CASE("a manifest that leads out of its folder is none") {
  for (const char* path : {"../a", "/a", "a//b", "a/", ""})
    CHECK_FALSE(read_manifest(listing("[{\"path\": \"" + std::string(path) +
                                      "\", \"bytes\": 3, \"sha256\": \"" + hash + "\"}]")));
}

TEST_CASE("a manifest with a hash that is none is none") {
  std::string bytes = manifest_json({entry_of("a.html", "abc")});
  bytes.replace(bytes.find("\"sha256\": \"") + 11, 1, "G");
  CHECK_FALSE(read_manifest(bytes));
}

TEST_CASE("a manifest that was laid out anew is read as well") {
  const std::string written = manifest_json({entry_of("a.html", "abc"), entry_of("b.html", "")});
  for (const char* laid_out : {"\n", " ", "\r\n"}) {
    std::string bytes;
    for (const char letter : written) bytes += letter == '\n' ? laid_out : std::string(1, letter);
    const auto read = read_manifest(bytes);
    REQUIRE(read);
    CHECK(read->size() == 2);
    CHECK(read->back().path == "b.html");
  }
}

TEST_CASE("a manifest that ends early or goes on is none") {
  const std::string whole = manifest_json({entry_of("a.html", "abc"), entry_of("b.html", "")});
  for (std::size_t end = 0; end + 1 < whole.size(); ++end) {
    CAPTURE(end);
    CHECK_FALSE(read_manifest(whole.substr(0, end)));
  }
  CHECK_FALSE(read_manifest(whole + "]"));
}

TEST_CASE("bytes that are no UTF-8 spoil a manifest") {
  std::string bytes = manifest_json({{"a_.html", 3, std::string(hash)}});
  bytes.replace(bytes.find('_'), 1, "\xFF");
  CHECK_FALSE(read_manifest(bytes));
}
