#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace yokoten {

/// Unpacks gzip as it comes.
class Inflater {
 public:
  enum class State { more, done, broken, too_large };

  Inflater();
  ~Inflater();
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  /// Appends what `bytes` unpack to; `most` is how long `out` may become. Bytes behind the end of
  /// the stream are broken.
  State add(std::string_view bytes, std::string& out, std::int64_t most);

 private:
  struct Stream;
  std::unique_ptr<Stream> stream_;
  State state_ = State::more;
};

}  // namespace yokoten
