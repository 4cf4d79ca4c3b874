#include "publish/laid_pieces.h"

#include "base/pieces.h"

namespace yokoten {

LaidPieces::LaidPieces(Disk& disk, std::string path)
    : disk_(disk), path_(std::move(path)), standing_(disk_.open(path_)) {}

bool LaidPieces::add(std::string_view bytes) {
  hash_.add(bytes);
  if (!says_next(bytes) && !(begin_anew() && disk_.add(path_, bytes))) return false;
  size_ += bytes.size();
  return true;
}

bool LaidPieces::end() {
  const bool is_whole = standing_ != nullptr && standing_->size() == size_;
  return is_whole || begin_anew();
}

ManifestEntry LaidPieces::entry(std::string name) {
  return {std::move(name), size_, hash_.digits()};
}

bool LaidPieces::says_next(std::string_view bytes) const {
  if (standing_ == nullptr) return false;
  std::string there(bytes.size(), '\0');
  const auto got = standing_->read(size_, there);
  return got && *got == there.size() && there == bytes;
}

// The name is taken from what stands, which may have others; its beginning is copied.
bool LaidPieces::begin_anew() {
  if (is_anew_) return true;
  is_anew_ = true;
  const auto old = std::move(standing_);
  if (!disk_.remove_tree(path_) || !disk_.write(path_, {})) return false;
  return old == nullptr ||
         hand_over(*old, 0, size_, [&](std::string_view piece) { return disk_.add(path_, piece); });
}

}  // namespace yokoten
