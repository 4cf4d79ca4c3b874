#include <doctest/doctest.h>
#include <zlib.h>

#include "pull/inflate.h"

using namespace yokoten;

namespace {

using State = Inflater::State;

std::string gzip(const std::string& text) {
  z_stream zlib{};
  REQUIRE(deflateInit2(&zlib, 9, Z_DEFLATED, 16 + MAX_WBITS, 9, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string input = text;
  std::string out(deflateBound(&zlib, static_cast<uLong>(text.size())) + 32, '\0');
  zlib.next_in = reinterpret_cast<Bytef*>(input.data());
  zlib.avail_in = static_cast<uInt>(input.size());
  zlib.next_out = reinterpret_cast<Bytef*>(out.data());
  zlib.avail_out = static_cast<uInt>(out.size());
  REQUIRE(deflate(&zlib, Z_FINISH) == Z_STREAM_END);
  out.resize(zlib.total_out);
  deflateEnd(&zlib);
  return out;
}

constexpr std::int64_t plenty = 1 << 20;

}  // namespace

TEST_CASE("gzip is unpacked byte by byte as it comes") {
  const std::string packed = gzip("都道府県,件数\n");
  Inflater inflater;
  std::string out;
  State state = State::more;
  for (const char byte : packed) state = inflater.add({&byte, 1}, out, plenty);
  CHECK(state == State::done);
  CHECK(out == "都道府県,件数\n");
}

TEST_CASE("gzip that is cut off wants more") {
  const std::string packed = gzip("都道府県,件数\n");
  Inflater inflater;
  std::string out;
  CHECK(inflater.add(std::string_view(packed).substr(0, packed.size() - 1), out, plenty) ==
        State::more);
}

TEST_CASE("bytes behind the end of gzip are broken") {
  Inflater inflater;
  std::string out;
  CHECK(inflater.add(gzip("a") + "x", out, plenty) == State::broken);
}

TEST_CASE("what is no gzip is broken") {
  Inflater inflater;
  std::string out;
  CHECK(inflater.add("a,b,c\n1,2,3\n", out, plenty) == State::broken);
}

TEST_CASE("gzip that unpacks to more than the limit is stopped near it") {
  Inflater inflater;
  std::string out;
  CHECK(inflater.add(gzip(std::string(1 << 22, 'a')), out, plenty) == State::too_large);
  CHECK(static_cast<std::int64_t>(out.size()) <= plenty);
}
