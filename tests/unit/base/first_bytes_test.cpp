#include "base/first_bytes.h"

#include <doctest/doctest.h>

using namespace yokoten;

TEST_CASE("what is no table of text is known by its first bytes") {
  CHECK(kind_by_first_bytes("\xEF\xBB\xBF\n <!DOCTYPE html>") == "HTML");
  CHECK(kind_by_first_bytes("<?xml version=\"1.0\"?>") == "XML");
  CHECK(kind_by_first_bytes("PK\3\4aaaa") == "ZIP");
  CHECK(kind_by_first_bytes("\xD0\xCF\x11\xE0\xA1") == "OLE2");
  CHECK(kind_by_first_bytes("%PDF-1.7") == "PDF");
}

TEST_CASE("a table of text is nothing of the kind") {
  for (const char* text : {"", "県,件数\n", "<5,3\n", "PKO,1\n", "<<,1\n"}) {
    CAPTURE(text);
    CHECK(kind_by_first_bytes(text) == "");
  }
}

TEST_CASE("ISO-2022-JP is known by where it switches to Japanese letters") {
  CHECK(has_jis_letters("\x1B$BETF;\x1B(B,1\n"));
  CHECK_FALSE(has_jis_letters("$B,1\n"));
}
