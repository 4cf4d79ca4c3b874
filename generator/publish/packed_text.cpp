#include "publish/packed_text.h"

#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <bit>
#include <stdexcept>

namespace yokoten {
namespace {

constexpr int gzip_window = 15 + 16, raw_window = -15;  // as zlib wants to be told of the form
constexpr int memory_level = 8;
// Of brotli's 11 levels: the last two take ten times as long for a hundredth less.
constexpr int brotli_quality = 9;
constexpr int smallest_window = 16;

std::string compressed(std::string_view bytes, int level, int window) {
  z_stream stream{};
  if (deflateInit2(&stream, level, Z_DEFLATED, window, memory_level, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error("zlib can't start");
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  // zlib does not write through it.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int end = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (end != Z_STREAM_END) throw std::runtime_error("zlib can't compress");
  return out;
}

std::optional<std::string> if_smaller(std::string packed, std::string_view text) {
  if (packed.size() >= text.size()) return std::nullopt;
  return packed;
}

}  // namespace

bool is_text_file(std::string_view path) {
  static constexpr std::array<std::string_view, 10> endings = {
      ".html", ".css", ".js", ".json", ".jsonld", ".csv", ".svg", ".xml", ".txt", ".ics"};
  for (const std::string_view each : endings)
    if (path.ends_with(each)) return true;
  return false;
}

std::optional<std::string> gzip_of(std::string_view text) {
  constexpr std::size_t system_at = 9;
  std::string packed = compressed(text, Z_BEST_COMPRESSION, gzip_window);
  packed[system_at] = '\xff';  // which system it was made on: unknown
  return if_smaller(std::move(packed), text);
}

std::optional<std::string> brotli_of(std::string_view text) {
  std::string packed(BrotliEncoderMaxCompressedSize(text.size()), '\0');
  std::size_t size = packed.size();
  // No wider than the text: fetching the memory of the widest costs more than most files.
  const int window = std::clamp(static_cast<int>(std::bit_width(text.size())), smallest_window,
                                BROTLI_DEFAULT_WINDOW);
  if (BrotliEncoderCompress(brotli_quality, window, BROTLI_MODE_TEXT, text.size(),
                            reinterpret_cast<const uint8_t*>(text.data()), &size,
                            reinterpret_cast<uint8_t*>(packed.data())) == BROTLI_FALSE)
    throw std::runtime_error("brotli can't compress");
  packed.resize(size);
  return if_smaller(std::move(packed), text);
}

std::string deflated(std::string_view bytes) {
  return compressed(bytes, Z_DEFAULT_COMPRESSION, raw_window);
}

}  // namespace yokoten
