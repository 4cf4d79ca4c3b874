#include "check/readable_cells.h"

#include <doctest/doctest.h>

using namespace yokoten;

TEST_CASE("digits alone are a figure that machines read") {
  for (const char* cell : {"12", "-3.5", "", "-", "…", "x"})
    CHECK_MESSAGE(figure_form(cell) == FigureForm::digits, cell);
}

TEST_CASE("separators and words and triangles dress a figure") {
  for (const char* cell : {"1,234", "△5", "2,570件", "１２", "24.7%", "90%以上"})
    CHECK_MESSAGE(figure_form(cell) == FigureForm::dressed, cell);
}

TEST_CASE("a note behind a figure makes two things of a cell") {
  CHECK(figure_form("2570(R5暫定値)") == FigureForm::with_note);
  CHECK(figure_form("約100") == FigureForm::with_note);
}

TEST_CASE("a symbol of the office's own is none of the usual ones") {
  CHECK(figure_form("秘") == FigureForm::symbol);
  CHECK(figure_form("※") == FigureForm::symbol);
}

TEST_CASE("blanks between single letters are there for the looks") {
  CHECK(is_spaced("鳥 取 県"));
  CHECK(is_spaced("鳥\u3000取"));
  CHECK(is_spaced(" 鳥取県"));
  CHECK(is_spaced("事業所\n件数"));
  CHECK_FALSE(is_spaced("鳥取県 米子市"));
  CHECK_FALSE(is_spaced("リバーサイド II"));
}

TEST_CASE("rates and amounts need a unit in brackets") {
  CHECK(lacks_unit("申請率"));
  CHECK(lacks_unit("平均費"));
  for (const char* heading : {"保険料", "補助金", "単価", "延べ日数", "面積", "給付費（再掲）",
                              "割合（注1）", "金額", "サービス費用"})
    CHECK_MESSAGE(lacks_unit(heading), heading);
  for (const char* heading :
       {"給付費（月額・円）", "割合（人口10万人対）", "保険料［円］", "面積（㎡）"})
    CHECK_FALSE_MESSAGE(lacks_unit(heading), heading);
  CHECK_FALSE(lacks_unit("申請率(%)"));
  CHECK_FALSE(lacks_unit("申請率（％）"));
  CHECK_FALSE(lacks_unit("事業所件数"));
}

TEST_CASE("enclosed and private letters depend on the machine") {
  CHECK(odd_letters("①株㈱Ⅳ") == std::vector<std::string>{"①", "㈱", "Ⅳ"});
  CHECK(odd_letters("\uE000").size() == 1);
  CHECK(odd_letters("髙﨑ｱ").empty());
}

TEST_CASE("a period in an era alone is told from one with its western year") {
  CHECK(in_era("令和6年9月"));
  CHECK(in_era("R6.9.13"));
  CHECK_FALSE(in_era("令和6年（2024年）9月"));
  CHECK_FALSE(in_era("2024-09"));
}

TEST_CASE("a heading is in an era where one of its parts says a year of it") {
  for (const char* heading : {"令和４年度", "件数／R6.9", "平成元年／件数", "昭55"})
    CHECK_MESSAGE(any_part_in_era(heading), heading);
  for (const char* heading :
       {"平均年齢", "平均10年", "件数／令和6（2024）年度", "2024年度", "昭和町"})
    CHECK_FALSE_MESSAGE(any_part_in_era(heading), heading);
}

TEST_CASE("an example is cut to twenty letters and one line") {
  CHECK(shortened("a\nb") == "a b");
  CHECK(shortened("あいうえおかきくけこさしすせそたちつてとな") ==
        "あいうえおかきくけこさしすせそたちつてと…");
}
