#include "read/front_check.h"

#include <doctest/doctest.h>

using namespace yokoten;

namespace {

std::string found_in_front(const std::string& front, bool is_case = false) {
  PageText page;
  page.file = "a.md";
  page.front = front;
  page.front_row = 2;
  page.is_case = is_case;
  Findings findings;
  check_front(page, findings);
  std::string text;
  for (const Finding& each : findings)
    text += std::to_string(each.place.row) + ':' + std::to_string(each.place.column) + ' ' +
            each.code + '\n';
  return text;
}

}  // namespace

TEST_CASE("a value that begins with a quote ends in its line") {
  CHECK(found_in_front("title: \"三県の状況\ndescription: 説明\"\n") == "2:8 front.quote\n");
  CHECK(found_in_front("title: '三県の状況\ndescription: 説明'\n") == "2:8 front.quote\n");
  CHECK(found_in_front("title: a\nsources:\n  - \"b\n    c\"\n") == "4:5 front.quote\n");
  CHECK(found_in_front("題: {名: \"b\n  c\"}\n") == "2:8 front.quote\n");
}

TEST_CASE("a quote that is never closed is found where it stands, not where the text ends") {
  CHECK(found_in_front("title: a\nsummary: \"三県\nkana: b\n") == "3:10 front.quote\n");
  CHECK(found_in_front("title: \"三県\ndescription: \"説明\"\n") == "2:8 front.quote\n");
}

TEST_CASE("quotes that are closed, and texts of several lines without quotes, are fine") {
  for (const char* front :
       {"title: \"a \\\" b\"\n", "title: 'it''s'\n", "title: a \"b\n", "title: |\n  \"a\n  b\n",
        "title: a\n  b\n", "{\"title\": \"a\"}\n", "title: \"a\"  # \"b\n"})
    CHECK(found_in_front(front) == "");
}

TEST_CASE("a key that stands twice is found at the second") {
  CHECK(found_in_front("title: a\nkana: b\ntitle: c\n") == "4:1 front.twice\n");
  CHECK(found_in_front("title: a\ntitle: c\n", true) == "");  // its reader tells
}

TEST_CASE("anchors that stand for very much end soon") {
  std::string front = "a0: &a0 [\"x\", \"x\"]\n";
  for (int at = 1; at < 18; ++at) {
    const std::string number = std::to_string(at), last = "*a" + std::to_string(at - 1);
    front += "a" + number + ": &a" + number + " [";
    for (int each = 0; each < 9; ++each) front += last + ", ";
    front += last + "]\n";
  }
  CHECK(found_in_front(front) == "");
}
