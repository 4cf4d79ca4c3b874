#include "base/hash.h"

#include <doctest/doctest.h>

using namespace yokoten;

TEST_CASE("the hash of abc is the one of the standard") {
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("a hash of pieces is that of the whole") {
  GrowingHash hash;
  for (const char* piece : {"a", "", "b", "c"}) hash.add(piece);
  CHECK(hash.digits() == sha256("abc"));
  CHECK(GrowingHash().digits() == sha256(""));
}
