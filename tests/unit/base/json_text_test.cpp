#include "base/json_text.h"

#include <doctest/doctest.h>

#include <string_view>

using namespace yokoten;

TEST_CASE("quotes and backslashes and line ends are escaped") {
  CHECK(json_text("a\"b\\c\n\r\t") == R"("a\"b\\c\n\r\t")");
}

TEST_CASE("control characters become four hexadecimal digits") {
  CHECK(json_text(std::string_view("\x01\0", 2)) == R"("\u0001\u0000")");
}

TEST_CASE("nothing in the text can close a script element") {
  CHECK(json_text("</script>&") == R"("\u003c/script\u003e\u0026")");
}

TEST_CASE("line separators of old scripts are escaped") {
  CHECK(json_text("a\u2028b\u2029c") == R"("a\u2028b\u2029c")");
}

TEST_CASE("other letters of three bytes stay as they are") {
  CHECK(json_text("—梼原町\u2027") == "\"—梼原町\u2027\"");
}

TEST_CASE("bytes that are no UTF-8 are replaced, one by one, and the rest stays") {
  CHECK(json_text("a\x97\x98\"梼\xe6") == "\"a\uFFFD\uFFFD\\\"梼\uFFFD\"");
}
