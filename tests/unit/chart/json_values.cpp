#include <doctest/doctest.h>

#include <limits>

#include "chart/json.h"

using namespace yokoten;

namespace {

JsonMistake::Kind mistake_in(const std::string& text) {
  JsonMistake mistake;
  CHECK(Json::parse(text, mistake).is_null());
  return mistake.kind;
}

}  // namespace

TEST_CASE("JSON is written as it was read") {
  for (const char* text :
       {R"({"b":1,"a":[null,true,false,-7,2.5,"五"],"c":{},"d":[]})", "18446744073709551615",
        "9223372036854775807", R"("\"\\\n")", "[[[]],{\"\":{}}]"})
    CHECK(Json::parse(text).dump() == text);
}

TEST_CASE("Of two members of one name the place of the first and the value of the last are kept") {
  CHECK(Json::parse(R"({"a": {"x": 1}, "b": 2, "a": [3]})").dump() == R"({"a":[3],"b":2})");
}

TEST_CASE("What is no JSON is told by its kind and byte") {
  using Kind = JsonMistake::Kind;
  CHECK(mistake_in("{\"a\": 1,}") == Kind::syntax);
  CHECK(mistake_in("[1] 2") == Kind::syntax);
  CHECK(mistake_in("") == Kind::syntax);
  CHECK(mistake_in("[1e999]") == Kind::large_number);
  CHECK(mistake_in(std::string(100'000, '[')) == Kind::depth);
  JsonMistake mistake;
  Json::parse("[1, x]", mistake);
  CHECK(mistake.byte == 5);
}

TEST_CASE("Numbers are the same by their value, whatever they are kept as") {
  CHECK(Json(2024) == Json(2024.0));
  CHECK(Json(std::numeric_limits<std::uint64_t>::max()) == Json(18446744073709551615.0));
  CHECK(Json(1).is_like(1.5));
  CHECK_FALSE(Json(1) == Json("1"));
  CHECK_FALSE(Json(1) == Json(true));
  CHECK_FALSE(Json(0).is_like(nullptr));
}

TEST_CASE("A value can take the place of what it is a part of") {
  Json json = Json::parse(R"({"in": {"in": [1, 2]}})");
  json = json["in"];
  CHECK(json.dump() == R"({"in":[1,2]})");
  json = std::move(json["in"]);
  CHECK(json.dump() == "[1,2]");
  json = json[1];
  CHECK(json == 2);
}

TEST_CASE("What is no array or object holds nothing") {
  const Json number = 3;
  CHECK(number.empty());
  CHECK(number.find("a") == nullptr);
  CHECK(number.begin() == number.end());
  Json made;
  made["a"]["b"] = "c";
  CHECK(made.dump() == R"({"a":{"b":"c"}})");
  made["a"].erase("b");
  CHECK(made.dump() == R"({"a":{}})");
}

TEST_CASE("A text of JSON is the same when it is copied and moved, however long it is") {
  for (const std::size_t size : {0, 1, 22, 23, 24, 100}) {
    CAPTURE(size);
    const std::string letters(size, 'x');
    JsonText text(letters);
    const JsonText copy = text;
    const JsonText moved = std::move(text);
    CHECK(copy == letters);
    CHECK(moved == letters);
  }
}

TEST_CASE("A text of JSON takes the place of another and lets go of its own") {
  JsonText text(std::string(50, 'x'));
  text = JsonText("short");
  CHECK(text == "short");
  text = JsonText::standing("a word of the program");
  CHECK(text == "a word of the program");
  CHECK(text.stands());
}

TEST_CASE("A text that is read or made is no word of the program") {
  const std::string made = "made";
  CHECK_FALSE(JsonText(made).stands());
  CHECK_FALSE(Json::parse(R"({"name": 1})").members()[0].first.stands());
}
