#include <doctest/doctest.h>

#include "pull/charset.h"

using namespace yokoten;

namespace {

const std::string utf8 = "県,件数\n";
const std::string sjis = "\x8C\xA7,\x8C\x8F\x90\x94\n";     // 県,件数
const std::string euc = "\xB8\xA9,\xB7\xEF\xBF\xF4\n";      // the same
const std::string noise = "\xFF\x81,\x8C\n";                // nothing of all this
const std::string utf16 = "\xFF\xFE\x0C\x77,\x31\x36\xF0";  // 県, and more

// The room that reads decides in the program; here every text is what it was made as.
bool fits(std::string_view bytes, const std::string& encoding) {
  if (bytes == utf8) return encoding == "utf-8";
  if (bytes == sjis) return encoding == "cp932";
  if (bytes == euc) return encoding == "euc-jp";
  if (bytes == utf16) return encoding.starts_with("utf-16");
  return bytes != noise;
}

std::string said(const std::string& type, const std::string& declared, std::string_view bytes) {
  const CharsetVerdict verdict = charset_verdict(type, declared, bytes, fits);
  CHECK_FALSE((verdict.fault && verdict.warning));
  if (verdict.fault) return "refused: " + verdict.fault->message.en;
  return verdict.warning ? verdict.warning->message.en : "";
}

}  // namespace

TEST_CASE("a header that is right is silent, whatever the source says of it") {
  for (const char* charset : {"Shift_JIS", "\"shift_jis\"", "windows-31j", "x-sjis", "CP932"}) {
    const std::string type = "text/csv; Charset=" + std::string(charset) + "; header=present";
    CHECK_MESSAGE(said(type, "", sjis) == "", type);
    CHECK_MESSAGE(said(type, "cp932", sjis) == "", type);
  }
  CHECK(said("text/csv; charset=utf-8", "", utf8) == "");
  CHECK(said("text/csv; charset=euc-jp", "euc-jp", euc) == "");
  CHECK(said("text/csv; charset=utf-16", "utf-16le", utf16) == "");
}

TEST_CASE("a right header does not save an encoding of the source that is wrong") {
  CHECK(said("text/csv; charset=utf-8", "cp932", utf8) ==
        "refused: the source says encoding = \"cp932\", which the bytes are not (encoding = "
        "\"utf-8\" would fit)");
}

TEST_CASE("a header that is wrong is a warning that names both where the source says better") {
  CHECK(said("text/csv; charset=utf-8", "cp932", sjis) ==
        "the server says charset=utf-8; it was taken as cp932, as the encoding of the source says");
  for (const char* charset : {"us-ascii", "iso-8859-1", "euc-jp", "utf-16"})
    CHECK_MESSAGE(said("text/csv; charset=" + std::string(charset), "cp932", sjis)
                          .find("charset=" + std::string(charset) + "; it was taken as cp932") !=
                      std::string::npos,
                  charset);
}

TEST_CASE("a header and a source that are both wrong are refused") {
  CHECK(said("text/csv; charset=utf-8", "cp932", euc) ==
        "refused: the source says encoding = \"cp932\", which the bytes are not (encoding = "
        "\"euc-jp\" would fit)");
}

TEST_CASE("a header that is wrong is refused where the source says nothing") {
  CHECK(said("text/csv; charset=UTF-8", "", sjis) ==
        "refused: the server says charset=utf-8, which the bytes are not (encoding = \"cp932\" "
        "would fit)");
  CHECK(said("text/csv; charset=Shift_JIS", "", euc).starts_with("refused: "));
  CHECK(said("text/csv; charset=Shift_JIS", "", utf8).starts_with("refused: "));
  CHECK(said("text/csv; charset=us-ascii", "", utf8).starts_with("refused: "));
  CHECK(said("text/csv; charset=iso-2022-jp", "", sjis).starts_with("refused: "));
  CHECK(said("text/csv; charset=shift_jis", "", utf16).starts_with("refused: "));
  CHECK(said("text/csv; charset=utf-8", "", noise) ==
        "refused: the server says charset=utf-8, which the bytes are not");
}

TEST_CASE("without a header the source is held against the bytes") {
  CHECK(said("text/csv", "cp932", sjis) == "");
  CHECK(said("", "utf-8", utf8) == "");
  CHECK(said("text/csv", "utf-8", sjis).starts_with("refused: the source says encoding"));
}

TEST_CASE("where nobody says anything, nothing is held against the bytes") {
  for (const std::string& bytes : {utf8, sjis, euc, utf16, noise})
    CHECK(said("text/csv", "", bytes) == "");
}

TEST_CASE("a charset that is not known is a warning, of letters beyond ASCII") {
  CHECK(said("text/csv; charset=iso-8859-1", "", sjis) ==
        "the server says charset=iso-8859-1, which can't be compared; encoding in sources.toml "
        "makes it sure");
  CHECK(said("text/csv; charset=iso-8859-1", "", "a,b\n") == "");
}

TEST_CASE("ASCII is silent under every header") {
  for (const char* charset : {"utf-8", "shift_jis", "us-ascii", "iso-2022-jp"})
    CHECK_MESSAGE(said("text/csv; charset=" + std::string(charset), "", "a,b\n") == "", charset);
  CHECK(said("text/csv; charset=utf-8", "cp932", "a,b\n") == "");
}
