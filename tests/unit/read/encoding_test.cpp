#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "read/csv_table.h"
#include "read/encoding.h"

using namespace yokoten;
using namespace std::string_literals;

namespace {

// 都道府県,件数 / 鳥取県,12
const std::string kCp932 =
    "\x93\x73\x93\xb9\x95\x7b\x8c\xa7,\x8c\x8f\x90\x94\r\n\x92\xb9\x8e\xe6\x8c\xa7,12\r\n";
const std::string kEucJp =
    "\xc5\xd4\xc6\xbb\xc9\xdc\xb8\xa9,\xb7\xef\xbf\xf4\n\xc4\xbb\xbc\xe8\xb8\xa9,12\n";

std::string decoded(std::string_view bytes, Encoding encoding) {
  const DecodedText text(bytes, encoding);
  return std::string(text.text()) + (text.whole() ? "" : "|");
}

std::string read_in(std::string_view bytes, const TableForm& form = {}) {
  Findings findings;
  const auto table = read_csv(bytes, "a.csv", findings, {}, form);
  if (!table) return to_line(findings.at(0), Language::en);
  std::string text = table->header()[0];
  if (table->rows() > 0) text += '/' + std::string(table->cell(0, 0));
  for (const Finding& finding : findings) text += '\n' + to_line(finding, Language::en);
  return text;
}

/// The same without what is said of it.
std::string read_silently(std::string_view bytes) {
  const std::string text = read_in(bytes);
  return text.substr(0, text.find('\n'));
}

}  // namespace

TEST_CASE("an encoding that was only detected is said") {
  CHECK(
      read_in(kCp932) ==
      "都道府県/鳥取県\na.csv:1:1: note table.detected the encoding seems to be CP932; encoding = "
      "\"cp932\" makes it sure");
}

TEST_CASE("CP932 maps as Microsoft does") {
  CHECK(decoded("\x81\x60\x81\x7c\x81\x5f", Encoding::cp932) == "\uFF5E\uFF0D\uFF3C");
  CHECK(decoded("\x87\x40\x87\x8a\xfb\xfc\xed\x95", Encoding::cp932) == "①㈱髙﨑");
  CHECK(decoded("\xb1\xb2\xb3\\~", Encoding::cp932) == "ｱｲｳ\\~");
}

TEST_CASE("EUC-JP has the letters of its third set and of vendors") {
  CHECK(decoded("\xad\xa1\x8e\xb1\x8f\xb0\xa1\xfc\xe2", Encoding::euc_jp) == "①ｱ丂髙");
}

TEST_CASE("a table in CP932 or EUC-JP or UTF-16 is read as it is") {
  CHECK(read_silently(kCp932) == "都道府県/鳥取県");
  CHECK(read_silently(kEucJp) == "都道府県/鳥取県");
  CHECK(read_silently("\xff\xfe\xfd\x90,\0m\0\n\0\x31\0,\0\x32\0\n\0"s) == "都/1");
  CHECK(read_silently("x\0,\0y\0\n\0\x31\0,\0\x32\0\n\0"s) == "x/1");
  CHECK(read_silently("\0x\0,\0y\0\n\0\x31\0,\0\x32\0\n"s) == "x/1");
}

TEST_CASE("half-width kana do not make CP932 look like EUC-JP") {
  // ﾄﾁｷﾞ,茨城
  CHECK(detected_encoding("\xc4\xc1\xb7\xde,\x88\xef\x8f\xe9\n") == Encoding::cp932);
  CHECK(detected_encoding(kEucJp) == Encoding::euc_jp);
}

TEST_CASE("a slip in UTF-8 does not make it another encoding") {
  CHECK(detected_encoding("都道府県,件数\n鳥取県\xff,12\n") == Encoding::utf8);
}

TEST_CASE("what is no letter ends the text and is not replaced") {
  CHECK(decoded("\x93\x73\x82", Encoding::cp932) == "都|");
  CHECK(decoded("a\x80", Encoding::cp932) == "a|");
  CHECK(decoded("\xc5\xd4\xff", Encoding::euc_jp) == "都|");
  CHECK(decoded("\x00\xd8\x41\x00"s, Encoding::utf16le) == "|");
  CHECK(decoded("a\0b"s, Encoding::utf16le) == "a|");
}

TEST_CASE("a letter outside of the basic plane keeps whole across long texts") {
  std::string bytes, wanted;
  for (int i = 0; i < 20000; ++i) {
    bytes += "\x42\xd8\xb7\xdf"s;  // 𠮷
    wanted += "𠮷";
    if (i % 7 == 0) bytes += "a\0"s, wanted += "a";
  }
  CHECK(decoded(bytes, Encoding::utf16le) == wanted);
}

TEST_CASE("a declared encoding is taken at its word") {
  TableForm form;
  form.encoding = Encoding::utf8;
  CHECK(read_in(kCp932, form) ==
        "a.csv:1:1: error table.encoding there are bytes that are not UTF-8");
  form.encoding = Encoding::cp932;
  CHECK(read_in(kCp932, form) == "都道府県/鳥取県");
}

TEST_CASE("a mark that contradicts the declared encoding is an error") {
  TableForm form;
  form.encoding = Encoding::cp932;
  CHECK(read_in("\xef\xbb\xbfx,y\n1,2\n", form) ==
        "a.csv:1:1: error table.encoding said to be CP932, but the file's mark (BOM) is of another "
        "encoding");
  form.encoding = Encoding::utf16le;
  CHECK(read_in("\xfe\xff\0x\0,\0y\0\n\0\x31\0,\0\x32\0\n"s, form) == "x/1");
}

TEST_CASE("private characters of CP932 are kept and reported where the first stands") {
  TableForm form;
  form.encoding = Encoding::cp932;
  const std::string text = read_in("x,y\n\xf0\x40,\xf0\x41\n", form);
  CHECK(text ==
        "x/\uE000\na.csv:2:1: warning table.private_character 2 private-use characters, or U+FFFD "
        "where a character was lost; other machines can't show them; put the right ones in their "
        "place");
}

TEST_CASE("names of encodings are words that people write") {
  CHECK(encoding_named("shift_jis") == Encoding::cp932);
  CHECK(encoding_named("utf-16") == Encoding::utf16le);
  CHECK_FALSE(encoding_named("latin1"));
}

TEST_CASE("a NUL in UTF-8 is an error at its cell and makes no UTF-16 of it") {
  CHECK(read_in("市町村,件数\n松江市,12\n浜田市,3\0\n"s) ==
        "a.csv:3:2: error table.encoding the cell holds a NUL character");
  std::string rows = "市町村,件数\n";  // an even number of bytes
  for (int i = 0; i < 40; ++i) rows += "松江市の一,12\n";
  for (const char* last : {"出雲市,1", "出雲市,12"})
    CHECK(detected_encoding(rows + last + "\0\n"s) == Encoding::utf8);
}

TEST_CASE("letters of which a half looks like a comma leave UTF-16 what it is") {
  // 山本,日本 and 本 is 67 2C
  CHECK(detected_encoding("\x71\x5c\x2c\x67,\0\xe5\x65\x2c\x67\n\0"s) == Encoding::utf16le);
  CHECK(detected_encoding("\x5c\x71\x67\x2c\0,\x65\xe5\x67\x2c\0\n"s) == Encoding::utf16be);
}

TEST_CASE("a character that stands where one was lost is told with its place") {
  CHECK(read_in("x,y\n1,老人ホーム\uFFFD寿園\n") ==
        "x/1\na.csv:2:2: warning table.private_character 1 private-use characters, or U+FFFD where "
        "a character was lost; other machines can't show them; put the right ones in their place");
}
