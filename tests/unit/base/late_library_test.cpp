#include "base/late_library.h"

#include <zlib.h>

#include <doctest/doctest.h>

namespace yokoten {
namespace {

constexpr LateLibrary libz{"libz.so.1"};

YOKOTEN_LATE(libz, crc32);
YOKOTEN_LATE(libz, zlibVersion);

}  // namespace

TEST_CASE("a function of a library that nothing is linked to is called by its own name") {
  const unsigned char text[] = {'a'};
  CHECK(crc32(0, text, 1) == 0xe8b7be43);
}

TEST_CASE("a function without arguments is called as well") { CHECK(zlibVersion()[0] == '1'); }

}  // namespace yokoten
