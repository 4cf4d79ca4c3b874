#include "pull/inflate.h"

#include <zlib.h>

#include <algorithm>
#include <array>

namespace yokoten {

struct Inflater::Stream {
  z_stream zlib{};
  bool ready = false;
};

Inflater::Inflater() : stream_(std::make_unique<Stream>()) {
  constexpr int gzip_only = 16 + MAX_WBITS;
  stream_->ready = inflateInit2(&stream_->zlib, gzip_only) == Z_OK;
  if (!stream_->ready) state_ = State::broken;
}

Inflater::~Inflater() {
  if (stream_->ready) inflateEnd(&stream_->zlib);
}

Inflater::State Inflater::add(std::string_view bytes, std::string& out, std::int64_t most) {
  if (state_ == State::done && !bytes.empty()) state_ = State::broken;
  if (state_ != State::more) return state_;
  z_stream& zlib = stream_->zlib;
  std::string input(bytes);  // zlib wants bytes that it could change
  zlib.next_in = reinterpret_cast<Bytef*>(input.data());
  zlib.avail_in = static_cast<uInt>(input.size());
  std::array<char, 1U << 16U> room{};
  do {
    zlib.next_out = reinterpret_cast<Bytef*>(room.data());
    zlib.avail_out = static_cast<uInt>(room.size());
    const int result = inflate(&zlib, Z_NO_FLUSH);
    const std::size_t got = room.size() - zlib.avail_out;
    if (static_cast<std::int64_t>(out.size() + got) > most) return state_ = State::too_large;
    out.append(room.data(), got);
    if (result == Z_STREAM_END) return state_ = zlib.avail_in == 0 ? State::done : State::broken;
    if (result == Z_BUF_ERROR) break;  // wants more input
    if (result != Z_OK) return state_ = State::broken;
  } while (zlib.avail_in > 0 || zlib.avail_out == 0);
  return state_;
}

}  // namespace yokoten
