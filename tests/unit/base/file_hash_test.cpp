#include "base/file_hash.h"

#include <doctest/doctest.h>

#include "base/hash.h"

namespace yokoten {

TEST_CASE("a hash is told as it was given, and equals itself alone") {
  const FileHash one(sha256("one")), other(sha256("other"));
  CHECK(one.digits() == sha256("one"));
  CHECK(one == FileHash(sha256("one")));
  CHECK(one != other);
}

TEST_CASE("what is no hash of a file is none") {
  const std::string good = sha256("one");
  for (const std::string& digits :
       {std::string(), good.substr(1), good + '0', 'G' + good.substr(1), good.substr(1) + 'A'}) {
    CAPTURE(digits);
    CHECK_FALSE(FileHash(digits));
    CHECK(FileHash(digits).digits().empty());
  }
  CHECK(FileHash(good));
}

}  // namespace yokoten
