#include "base/japanese_marks.h"

#include <doctest/doctest.h>

using namespace yokoten;

namespace {

std::string spanned(const std::string& html) {
  std::vector<std::string> left;
  return with_language_spans(html, left);
}

}  // namespace

TEST_CASE("kana, kanji and full-width letters are Japanese, other letters are not") {
  for (const char* text : {"あ", "ア", "米", "々", "。", "Ａ", "％", "𠮟"}) {
    CAPTURE(text);
    CHECK(has_japanese(text));
  }
  for (const char* text : {"Yonago", "“…”", "–", "①", "≥", "", "é"}) {
    CAPTURE(text);
    CHECK(!has_japanese(text));
  }
}

TEST_CASE("what is marked becomes an element with its language") {
  CHECK(spanned("<p>at " + japanese_marked("米子市 1-1 糀町") + "</p>") ==
        "<p>at <span lang=\"ja\">米子市 1-1 糀町</span></p>");
  CHECK(spanned("<p>" + japanese_runs_marked("read 甲 as 乙.") + "</p>") ==
        "<p>read <span lang=\"ja\">甲</span> as <span lang=\"ja\">乙</span>.</p>");
}

TEST_CASE("in SVG it is a tspan, and where no element can stand the marks go away") {
  const std::string mark = japanese_marked("甲");
  CHECK(spanned("<svg><text>" + mark + "</text></svg><p>" + mark + "</p>") ==
        "<svg><text><tspan lang=\"ja\">甲</tspan></text></svg><p><span lang=\"ja\">甲</span></p>");
  CHECK(spanned("<a title=\"" + mark + "\">x</a><title>" + mark + "</title>") ==
        "<a title=\"甲\">x</a><title>甲</title>");
}

TEST_CASE("Japanese that is neither marked nor in an element of its language is found") {
  const auto left = [](const std::string& html) {
    std::vector<std::string> texts;
    with_language_spans(html, texts);
    return texts.size();
  };
  CHECK(left("<p>甲</p>") == 1);
  CHECK(left("<p title=\"甲\">x</p>") == 1);
  CHECK(left("<title>甲</title>") == 1);
  CHECK(left("<p>x " + japanese_marked("甲") + " 乙</p>") == 1);
  CHECK(left("<p>" + japanese_marked("甲") + "</p>") == 0);
  CHECK(left("<p lang=\"ja\">甲<b>乙</b><br>丙</p>") == 0);
  CHECK(left("<p lang=\"ja\">甲</p><p>乙</p>") == 1);
  CHECK(left("<script>if (1 < 2) x('甲')</script><p>x</p>") == 1);
}

TEST_CASE("tags before a mark count where something is open in which it stands") {
  const std::string mark = japanese_marked("甲"), tags = "<section><p><b>x</b></p></section>";
  CHECK(spanned(tags + "<style>" + mark + "</style>" + tags + "<p>" + mark) ==
        tags + "<style>甲</style>" + tags + "<p><span lang=\"ja\">甲</span>");
  CHECK(spanned(tags + "<i title=\"a<b\">" + mark + "</i>") ==
        tags + "<i title=\"a<b\"><span lang=\"ja\">甲</span></i>");
  std::vector<std::string> left;
  with_language_spans(tags + "<div lang=\"ja\">" + tags + "<p>甲</p></div><p>乙</p>", left);
  CHECK(left == std::vector<std::string>{"乙"});
}
