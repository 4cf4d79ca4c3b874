#include <doctest/doctest.h>

#include <string>

#include "read/number_format.h"
#include "read/workbook_number.h"

using namespace yokoten;

namespace {

NumberForm form(std::string_view code, double number = 1) { return NumberFormat(code).of(number); }

}  // namespace

TEST_CASE("formats of years, months, days and eras are dates") {
  for (const std::string code : {"yyyy/m/d", "yyyy\"年\"m\"月\"d\"日\"", "[$-411]ge.m.d",
                                 "[$-ja-JP-x-gannen]ggge\"年\"m\"月\"d\"日\"", "d", "aaa",
                                 "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "E/M/D"})
    CHECK_MESSAGE(form(code) == NumberForm::date, code);
}

TEST_CASE("formats that show a year alone are years, of 年度 fiscal ones") {
  for (const std::string code : {"[Red]yyyy", "yyyy\"年\"", "[$-411]ggge\"年\"", "yy"})
    CHECK_MESSAGE(form(code) == NumberForm::year, code);
  for (const std::string code : {"yyyy\"年度\"", "[$-411]ggge\"年度\"", "yyyy年度"})
    CHECK_MESSAGE(form(code) == NumberForm::fiscal_year, code);
  CHECK(form("yyyy\"年度\"m\"月\"") == NumberForm::month);
}

TEST_CASE("a first day of which only the year shows is the year") {
  const auto shown = [](std::string date, bool fiscal) {
    leave_out_months(date, fiscal);
    return date;
  };
  CHECK(shown("2024-01-01", false) == "2024");
  CHECK(shown("2024-04-01", false) == "2024-04-01");
  CHECK(shown("2024-04-01", true) == "2024年度");
  CHECK(shown("2024-01-01", true) == "2024年度");
  CHECK(shown("2025-02-01", true) == "2025-02-01");
}

TEST_CASE("formats of zeros alone keep the zeros in front of codes") {
  CHECK(NumberFormat("000000").zeros() == 6);
  CHECK_FALSE(NumberFormat("000000").is_plain());
  for (const std::string code : {"0", "0.00", "#,##0", "00-00", "General"})
    CHECK_MESSAGE(NumberFormat(code).zeros() == 0, code);
  CHECK(with_zeros("11002", 6) == "011002");
  CHECK(with_zeros("1234567", 6) == "1234567");
  CHECK(with_zeros("-5", 3) == "-5");
  CHECK(with_zeros("1.5", 6) == "1.5");
}

TEST_CASE("formats of a month alone are months") {
  for (const std::string code : {"m\"月\"", "[$-411]m\"月\""})
    CHECK_MESSAGE(form(code) == NumberForm::month, code);
  CHECK(form("mmm") == NumberForm::date);
  CHECK(form("m\"月\"d\"日\"") == NumberForm::date);
  CHECK(form("mm:ss") == NumberForm::time);
}

TEST_CASE("formats of year and month without a day are months") {
  for (const std::string code :
       {"mmm-yy", "yyyy\"年\"m\"月\"", "[$-411]ggge\"年\"m\"月\"", "yyyy/mm;@"})
    CHECK_MESSAGE(form(code) == NumberForm::month, code);
  CHECK(form("yyyy/m h:mm") == NumberForm::date_time);
}

TEST_CASE("formats of hours, minutes and seconds are times") {
  for (const std::string code :
       {"h:mm", "mm:ss", "[h]:mm", "[mm]:ss.0", "h\"時\"mm\"分\"", "h AM/PM", "ss.00", "[ss]"})
    CHECK_MESSAGE(form(code) == NumberForm::time, code);
}

TEST_CASE("formats of both are dates with a time") {
  CHECK(form("yyyy/m/d h:mm") == NumberForm::date_time);
  CHECK(form("m/d/yy hh:mm:ss AM/PM") == NumberForm::date_time);
}

TEST_CASE("what is quoted or escaped or bracketed in a format means nothing") {
  for (const std::string code :
       {"General", "G/標準", "0\"日\"", "#,##0\\d", "0.00E+00", "[Red]0", "\"y\"0", "_d0", "*d0",
        "[$¥-411]#,##0", "[DBNum1]0", "[Yellow]0", "@", "#,##0\"件\"", "0\\月", ""})
    CHECK_MESSAGE(form(code) == NumberForm::number, code);
  CHECK(form("0\"%\"") == NumberForm::number);
}

TEST_CASE("formats with a percent sign are percentages") {
  CHECK(form("0.0%") == NumberForm::percent);
  CHECK(form("[Red]0%") == NumberForm::percent);
}

TEST_CASE("sections of a format are for positive, negative and no numbers") {
  CHECK(form("0;yyyy;0%", 1) == NumberForm::number);
  CHECK(form("0;yyyy;0%", -1) == NumberForm::year);
  CHECK(form("0;yyyy;0%", 0) == NumberForm::percent);
  CHECK(form("0%;-0%", 0) == NumberForm::percent);
}

TEST_CASE("a last section for texts is no section for numbers") {
  CHECK(form("0%;@", -1) == NumberForm::percent);
  CHECK(form("yyyy/m/d;@", 0) == NumberForm::date);
  CHECK(form("0;-0;0%;yyyy", 0) == NumberForm::percent);
  CHECK(form("@", -1) == NumberForm::number);
}

TEST_CASE("a format says when conditions decide what a number is") {
  CHECK(NumberFormat("[<1]0%;0.0").depends());
  CHECK_FALSE(NumberFormat("[<1]0%;0.0").is_plain());
  CHECK_FALSE(NumberFormat("[<43586]ggge;[>=43831]ggge;\"令和元年\"m\"月\"").depends());
  CHECK_FALSE(NumberFormat("[Red]0%;0.0").depends());
}

TEST_CASE("formats that a file need not define are those of Excel in Japanese") {
  for (const int id : {14, 27, 31, 35, 36, 50, 58})
    CHECK(builtin_format(id).of(1) == NumberForm::date);
  for (const int id : {17, 34, 52, 55}) CHECK(builtin_format(id).of(1) == NumberForm::month);
  for (const int id : {18, 21, 32, 33, 45, 46, 47})
    CHECK(builtin_format(id).of(1) == NumberForm::time);
  CHECK(builtin_format(22).of(1) == NumberForm::date_time);
  CHECK(builtin_format(9).of(1) == NumberForm::percent);
  for (const int id : {0, 1, 4, 11, 37, 49, 59, 163}) CHECK(builtin_format(id).is_plain());
}

TEST_CASE("numbers are written as JavaScript writes them") {
  CHECK(number_text(24.699999999999999) == "24.7");
  CHECK(number_text(0.1 + 0.2) == "0.30000000000000004");
  CHECK(number_text(1234.5) == "1234.5");
  CHECK(number_text(-0.0) == "0");
  CHECK(number_text(-5) == "-5");
  CHECK(number_text(123456789012345680000.0) == "123456789012345680000");
  CHECK(number_text(1e21) == "1e+21");
  CHECK(number_text(1.5e300) == "1.5e+300");
  CHECK(number_text(0.000001) == "0.000001");
  CHECK(number_text(0.0000012) == "0.0000012");
  CHECK(number_text(0.0000001) == "1e-7");
  CHECK(number_text(5e-324) == "5e-324");
}

TEST_CASE("a text that is taken for the shortest number is what would be written") {
  for (const std::string text :
       {"0", "7", "-7", "100", "1234.5", "0.247", "-0.5", "1234567890123.5"}) {
    CHECK_MESSAGE(is_shortest_number(text), text);
    CHECK(number_text(parse_double(text).value()) == text);
  }
  for (const std::string text : {"", "-", "-0", "007", "1.0", "1.", ".5", "1e3", "+1", "1,000",
                                 "0.0000001", "1.2.3", "1234567890123456", "12 ", "00.5"})
    CHECK_FALSE_MESSAGE(is_shortest_number(text), text);
}

TEST_CASE("only finite decimal numbers are numbers") {
  CHECK(parse_double(" +1.5E2 ") == 150);
  CHECK(parse_double(".5") == 0.5);
  for (const std::string text :
       {"", " ", "+", "inf", "nan", "NaN", "0x10", "1e999", "12a", "--1", "1 2"})
    CHECK_FALSE_MESSAGE(parse_double(text), text);
}

TEST_CASE("days count from 1900 with the leap day that never was") {
  CHECK(serial_date(1, false, false) == "1900-01-01");
  CHECK(serial_date(59, false, false) == "1900-02-28");
  CHECK_FALSE(serial_date(60, false, false));
  CHECK(serial_date(61, false, false) == "1900-03-01");
  CHECK(serial_date(45548, false, false) == "2024-09-13");
  CHECK(serial_date(2958465, false, false) == "9999-12-31");
  CHECK_FALSE(serial_date(0, false, false));
  CHECK_FALSE(serial_date(-1, false, false));
  CHECK_FALSE(serial_date(2958466, false, false));
}

TEST_CASE("days count from 1904 where the file says so") {
  CHECK(serial_date(0, true, false) == "1904-01-01");
  CHECK(serial_date(44086, true, false) == "2024-09-13");
  CHECK_FALSE(serial_date(2958465, true, false));
}

TEST_CASE("a day's fraction is its time to the millisecond") {
  CHECK(serial_date(45548 + 10.0 / 24, false, false) == "2024-09-13T10:00:00");
  CHECK(serial_date(45548, false, true) == "2024-09-13T00:00:00");
  CHECK(serial_date(45548.5000001, false, false) == "2024-09-13T12:00:00.009");
  CHECK(serial_date(45547.9999999999, false, false) == "2024-09-13");
  CHECK(serial_time(0.4375) == "10:30:00");
  CHECK(serial_time(1.5) == "36:00:00");
  CHECK(serial_time(-0.0625) == "-01:30:00");
  CHECK_FALSE(serial_time(1e9));
}

TEST_CASE("dates of XML are taken as they stand when they are dates") {
  CHECK(iso_date("2024-09-13") == "2024-09-13");
  CHECK(iso_date("2024-09-13T10:00:00") == "2024-09-13T10:00:00");
  CHECK(iso_date("2024-09-13T10:00:00.500Z") == "2024-09-13T10:00:00.5");
  CHECK(iso_date("2024-12-31T23:59:59.999999999") == "2025-01-01T00:00:00");
  for (const std::string text :
       {"", "2024-02-30", "2024/09/13", "24-09-13", "2024-09-13T25:00:00", "2024-09-13T10:00",
        "2024-09-13x", "99999999999-01-01", "2024-09-13T10:00:00."})
    CHECK_FALSE_MESSAGE(iso_date(text), text);
}

TEST_CASE("durations of XML are hours, minutes and seconds") {
  CHECK(iso_duration("PT10H30M00S") == "10:30:00");
  CHECK(iso_duration("PT36H") == "36:00:00");
  CHECK(iso_duration("P1DT1H") == "25:00:00");
  CHECK(iso_duration("-PT1M0.5S") == "-00:01:00.5");
  for (const std::string text :
       {"", "P", "PT", "P1Y", "P1M", "PT1M1H", "10:30", "PT1.5H", "PT1H1D", "PT99999999999H"})
    CHECK_FALSE_MESSAGE(iso_duration(text), text);
}
