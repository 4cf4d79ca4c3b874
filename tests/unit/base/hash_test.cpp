#include "base/hash.h"

#include <doctest/doctest.h>

TEST_CASE("the hash of abc is the one of the standard") {
  CHECK(yokoten::sha256("abc") ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
