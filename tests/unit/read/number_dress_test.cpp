#include "read/number_dress.h"

#include <doctest/doctest.h>

#include "read/number_format.h"
#include "workbook_files.h"

using namespace yokoten;

namespace {

/// What is read of a number under a format's code, and `!` where that is told.
std::string under(std::string_view code, const std::string& number) {
  const double value = std::stod(number);
  const DressedNumber dressed = dressed_number(number, NumberFormat(code).dress(value));
  return dressed.text.value_or(number) + (dressed.warning ? "!" : "");
}

std::string as_shown(std::string_view shown, const std::string& number) {
  const DressedNumber dressed = dressed_number(number, dress_of_shown(shown, std::stod(number)));
  return dressed.text.value_or(number) + (dressed.warning ? "!" : "");
}

std::string number_in_ods(const std::string& content, const std::string& value) {
  const Reading reading = read_ods_rows(
      R"(<table:table-row><table:table-cell office:value-type="float" office:value=")" + value +
      "\">" + content + "</table:table-cell></table:table-row>");
  return reading.cells() + (reading.said().empty() ? "" : "!");
}

}  // namespace

TEST_CASE("formats that set off digits, signs and units say nothing else than the number") {
  for (const char* code :
       {"General", "#,##0", "0.0", R"(#,##0"千円")", R"(0"件")", R"(0"%")", "0\\人",
        R"(_ * #,##0_ ;_ * \-#,##0_ ;_ * "-"_ ;_ @_ )", R"(#,##0;"△ "#,##0)", R"("¥"#,##0)",
        R"([$€-2]\ #,##0.00)", R"(0_);[Red]\(0\))", "# ?/?", "0.00E+00", R"("第"0"期")", "@",
        R"([=0]"-";#,##0)", R"(0"円/月")", R"x("("0")")x"}) {
    CHECK_MESSAGE(under(code, "5") == "5", code);
    CHECK_MESSAGE(under(code, "-5") == "-5", code);
    CHECK_MESSAGE(under(code, "0") == "0", code);
  }
}

TEST_CASE("commas that divide by 1,000 are told, and what is stored is read") {
  for (const char* code : {"#,##0,", "0,", "#,##0,,", "0.0,", "0,.0", R"(#,##0,"千円")", "#,"})
    CHECK_MESSAGE(under(code, "35000000") == "35000000!", code);
  CHECK(under("#,##0", "35000000") == "35000000");
  CHECK(under("#,##0.00", "35000000") == "35000000");
}

TEST_CASE("a number that its format hides is read as it is shown, and that is told") {
  CHECK(under(";;;", "3") == "!");
  CHECK(under(R"("x")", "3") == "x!");
  CHECK(under(R"("-")", "3") == "-!");
  CHECK(under("0;;0", "-3") == "!");
  CHECK(under("0;;", "3") == "3");
}

TEST_CASE("a 0 may be shown by a dash; shown by nothing it is told") {
  CHECK(under(R"(0;-0;"-")", "0") == "0");
  CHECK(under("0;-0;", "0") == "0!");
  CHECK(under("0;-0;;@", "0") == "0!");
  CHECK(under(R"(0;-0;"該当なし")", "0") == "該当なし!");
}

TEST_CASE("words of a format that are no unit are told") {
  CHECK(under(R"("約"0)", "5") == "5!");
  CHECK(under(R"(0"以上")", "5") == "5!");
  CHECK(under(R"(0"※")", "5") == "5!");
  CHECK(under("約0", "5") == "5!");
}

TEST_CASE("a positive number with a minus in front of it is told") {
  CHECK(under(R"("△"0)", "5") == "5!");
  CHECK(under(R"(0;"△"0)", "-5") == "-5");
}

TEST_CASE("a year that its format makes a fiscal one, or one of an era, is read as such") {
  CHECK(under(R"(0"年度")", "2024") == "2024年度");
  CHECK(under(R"("令和"0"年度")", "6") == "令和6年度");
  CHECK(under(R"("令和"0"年")", "6") == "令和6年");
  CHECK(under(R"("R"0)", "6") == "R6");
  CHECK(under(R"(0"年")", "2024") == "2024");
  CHECK(under(R"(0"年")", "5") == "5");
}

TEST_CASE("conditions between sections that show something else are left to whoever reads") {
  CHECK(NumberFormat(R"([=1]"有";[=0]"無";0)").depends());
  CHECK(NumberFormat("[>=1000]#,##0,;0").depends());
  CHECK_FALSE(NumberFormat(R"([=0]"-";#,##0)").depends());
  CHECK(under(R"([=1]"有";[=0]"無";0)", "1") == "1");
}

TEST_CASE("the dress of a number that is only shown is told from its stored one") {
  CHECK(as_shown("1,235円", "1234.5") == "1234.5");
  CHECK(as_shown("24.7%", "0.247") == "0.247");
  CHECK(as_shown("△5", "-5") == "-5");
  CHECK(as_shown("35,000", "35000000") == "35000000!");
  CHECK(as_shown("35.0", "35012") == "35012!");
  CHECK(as_shown("x", "3") == "x!");
  CHECK(as_shown("約5", "5") == "5!");
  CHECK(as_shown("2024年度", "2024") == "2024年度");
  CHECK(as_shown("1.5E+10", "15000000000") == "15000000000");
  CHECK(as_shown("１２", "12") == "12");
  CHECK(as_shown("十二", "12") == "12");
  CHECK(as_shown("###", "12") == "12");
}

TEST_CASE("ods numbers are compared with how they are shown, where they are") {
  CHECK(number_in_ods("<text:p>35</text:p>", "35000") == "A1=35000!");
  CHECK(number_in_ods("<text:p>35,000</text:p>", "35000") == "A1=35000");
  CHECK(number_in_ods("<text:p/>", "3") == "!");
  CHECK(number_in_ods("", "3") == "A1=3");
  CHECK(number_in_ods("<text:p>2024年度</text:p>", "2024") == "A1=2024年度");
}

TEST_CASE("an xlsx number whose format misleads is told at its cell") {
  Xlsx xlsx;
  xlsx.styles = R"(<numFmts><numFmt numFmtId="180" formatCode="#,##0,"/><numFmt numFmtId="181" )"
                R"(formatCode="0&quot;年度&quot;"/></numFmts><cellXfs><xf numFmtId="180"/><xf )"
                R"(numFmtId="181"/></cellXfs>)";
  xlsx.sheet_data = R"(<row><c s="0"><v>35000000</v></c><c s="1"><v>2024</v></c></row>)";
  const Reading reading = read_of(xlsx);
  CHECK(reading.cells() == "A1=35000000 B1=2024年度");
  CHECK(reading.sheet().cell(1, 2).kind == CellKind::text);
  CHECK(
      reading.said().starts_with("raw/a.xlsx:1:1: warning cell.format sheet 表1: its format "
                                 "shows this number divided by 1,000"));
}
