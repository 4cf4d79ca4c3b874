#include "base/json_place.h"

#include <doctest/doctest.h>

using namespace yokoten;

namespace {

std::string at(std::string_view json, const std::string& pointer) {
  const Place place = json_place(json, pointer);
  return std::to_string(place.row) + ':' + std::to_string(place.column);
}

constexpr const char* json =
    "{\n"
    "  \"title\": \"{, [ \\\" }\",\n"
    "  \"layer\": [\n"
    "    {\"mark\": \"bar\"},\n"
    "    {\"名前\": 1, \"a/b\": {\"x~y\": [1, 2]}}\n"
    "  ]\n"
    "}\n";

}  // namespace

TEST_CASE("a member of an object is at its key, one of a list at its value") {
  CHECK(at(json, "") == "1:1");
  CHECK(at(json, "/title") == "2:3");
  CHECK(at(json, "/layer") == "3:3");
  CHECK(at(json, "/layer/0/mark") == "4:6");
  CHECK(at(json, "/layer/1") == "5:5");
}

TEST_CASE("columns count characters, and slashes and tildes in names are understood") {
  CHECK(at(json, "/layer/1/a~1b") == "5:15");
  CHECK(at(json, "/layer/1/a~1b/x~0y/1") == "5:34");
}

TEST_CASE("what is not there is at the last member on the way that is") {
  CHECK(at(json, "/layer/1/none/deeper") == "5:5");
  CHECK(at(json, "/layer/9") == "3:3");
  CHECK(at(json, "/none") == "1:1");
}

TEST_CASE("text that is no JSON ends no search in the wrong place or never") {
  for (const char* text : {"", "{", "[", "{\"a\"", "{\"a\":", "[1", "\"", "}"})
    CHECK(json_place(text, "/a/0").row >= 1);
}

TEST_CASE("A name that its brackets already have is found where it stands again") {
  CHECK(repeated_key(R"({"a": 1, "b": {"a": 2}, "a": 3})") == 24);
  CHECK(repeated_key(R"([{"a": "a"}, {"a": ["a", "a"]}, {"b": "{\"b\":1,\"b\":2}"}])") ==
        std::nullopt);
}
