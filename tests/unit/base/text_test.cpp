#include "base/text.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace yokoten;

TEST_CASE("folding makes full-width letters and digits narrow") {
  CHECK(folded("ＩＣＴ１２３") == "ICT123");
}

TEST_CASE("folding leaves out variation selectors, which choose a shape of the same letter") {
  CHECK(folded("葛\U000E0100城市") == "葛城市");
  CHECK(folded("辻\uFE00") == "辻");
}

TEST_CASE("folding makes half-width katakana wide") { CHECK(folded("ｶﾞｲﾄﾞ") == "ガイド"); }

TEST_CASE("folding leaves the letters alone by which place names differ") {
  for (const char* name : {"金ケ崎町", "金ヶ崎町", "梼原町", "檮原町", "龍ガ崎", "自由が丘"})
    CHECK(folded(name) == name);
}

TEST_CASE("folding leaves out narrow and full-width blanks at both ends") {
  CHECK(folded(" \t\u3000米子市\u3000 \r\n") == "米子市");
  CHECK(folded("\u3000") == "");
}

TEST_CASE("folding puts a letter and its combining mark together") {
  CHECK(folded("か\u3099") == "が");
}

TEST_CASE("trimming keeps blanks inside") {
  CHECK(trimmed_text(" 公益財団法人　いきいき 財団\u3000") == "公益財団法人　いきいき 財団");
}

TEST_CASE("edit distance counts code points and not bytes") {
  CHECK(edit_distance("梶原町", "梼原町") == 1);
  CHECK(edit_distance("与市市", "余市町") == 2);
  CHECK(edit_distance("", "町") == 1);
  CHECK(edit_distance("title", "title") == 0);
}

TEST_CASE("the nearest candidate comes first") {
  const std::vector<std::string> names = {"高知市", "梼原町", "檜原村"};
  CHECK(nearest("梶原町", names, 1) == std::vector<std::string>{"梼原町"});
}

TEST_CASE("candidates of which more than half differs are not named") {
  CHECK(nearest("colour", {"title", "denominator"}, 3).empty());
}

TEST_CASE("of equally near candidates one of the same letters comes first") {
  CHECK(nearest("取鳥県", {"青森県", "鳥取県", "岩手県"}, 2) ==
        std::vector<std::string>{"鳥取県", "青森県"});
}

TEST_CASE("equally near candidates keep their order up to the limit") {
  CHECK(nearest("b", {"c", "a", "d"}, 2) == std::vector<std::string>{"c", "a"});
}

TEST_CASE("well-formed text of one to four bytes a letter is UTF-8") {
  CHECK_FALSE(first_invalid_utf8("aé梼𠮟 plain text that is longer than eight bytes"));
}

TEST_CASE("the first wrong byte is found") {
  CHECK(first_invalid_utf8("long ascii in front \xe6\xa2") == 20);
  CHECK(first_invalid_utf8("梼\x80") == 3);
}

TEST_CASE("long forms and surrogates and numbers above Unicode are no UTF-8") {
  for (const char* bytes : {"\xc0\xaf", "\xe0\x80\xaf", "\xf0\x80\x80\xaf", "\xed\xa0\x80",
                            "\xf4\x90\x80\x80", "\xf8\x88\x80\x80\x80", "\xff", "\x80"})
    CHECK(first_invalid_utf8(bytes));
}

TEST_CASE("trimming leaves out blanks that are not seen") {
  CHECK(trimmed_text("\u00a0\u200b2073\ufeff \u3000") == "2073");
  CHECK(trimmed_text(" \u3000\u00a0").empty());
}

TEST_CASE("only the letters of ASCII become small") {
  CHECK(lower_ascii("Content-Type: ＡÄ") == "content-type: ＡÄ");
}

TEST_CASE("a name on two lines is the same without its breaks") {
  CHECK(tight_text("合\n計") == "合計");
  CHECK(tight_text("合\r\n\u3000計") == "合計");
}
