#include "read/row_pieces.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace yokoten {
namespace {

constexpr std::string_view kMark = "\xef\xbb\xbf", kBlanks = "\n \t";

// Behind the last line break outside of quotes; 0 without one. `inside`: the text ends in quotes.
std::size_t end_of_rows(std::string_view text, bool inside) {
  for (std::size_t at = text.size(); at > 0; --at) {
    const char letter = text[at - 1];
    if (letter == '"') inside = !inside;
    if (inside) continue;
    // An LF may belong to a CR, also behind blanks; what follows a CR at the very end isn't known.
    const bool alone = at < text.size() && kBlanks.find(text[at]) == std::string_view::npos;
    if (letter == '\n' || (letter == '\r' && alone)) return at;
  }
  return 0;
}

}  // namespace

bool has_odd_quotes(std::string_view text) {
  constexpr std::uint64_t quotes = 0x2222222222222222, low = 0x7f7f7f7f7f7f7f7f;
  std::uint64_t odd = 0;  // a bit a byte: whether an odd number of them were quotes
  while (text.size() >= sizeof quotes) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), sizeof word);
    word ^= quotes;  // bytes that are quotes become 0
    odd ^= ~(((word & low) + low) | word | low);
    text.remove_prefix(sizeof word);
  }
  const auto rest = std::count(text.begin(), text.end(), '"');
  return (std::popcount(odd) + rest) % 2 != 0;
}

RowPieces::RowPieces(const DiskFile& file, std::size_t size, std::size_t longest)
    : file_(file), size_(std::max(size, kMark.size())), longest_(longest) {}

// Adds the next bytes of the file.
bool RowPieces::fill(std::string& text) {
  const std::size_t before = text.size();
  text.resize(before + size_);
  const auto got = file_.read(read_, {text.data() + before, size_});
  failed_ = !got;
  ended_ = !got || *got < size_;
  text.resize(before + got.value_or(0));
  const std::string_view added = std::string_view(text).substr(before);
  hash_.add(added);
  const bool is_first = read_ == 0;
  read_ += added.size();
  if (is_first && text.starts_with(kMark)) text.erase(0, kMark.size());
  return !failed_;
}

void RowPieces::cut(RowPiece& piece) {
  bool inside = has_odd_quotes(piece.text);
  std::size_t end = end_of_rows(piece.text, inside);
  while (end == 0 && !ended_ && piece.text.size() <= longest_) {
    const std::size_t before = piece.text.size();
    if (!fill(piece.text)) return;
    inside = inside != has_odd_quotes(std::string_view(piece.text).substr(before));
    end = end_of_rows(piece.text, inside);
  }
  piece.ends_inside = end == 0 && !ended_;
  if (ended_ || end == 0) end = piece.text.size();
  left_.assign(piece.text, end);
  piece.text.resize(end);
}

bool RowPieces::next(RowPiece& piece) {
  const std::lock_guard lock(guard_);
  piece.text.assign(left_);
  piece.ends_inside = false;
  left_.clear();
  if (failed_ || (ended_ && piece.text.empty())) return false;
  if (!ended_ && !fill(piece.text)) return false;
  cut(piece);
  piece.number = pieces_++;
  return !failed_ && !piece.text.empty();
}

std::string RowPieces::sha256() {
  const std::lock_guard lock(guard_);
  std::string rest;
  while (!ended_) {
    rest.clear();
    fill(rest);
  }
  return failed_ ? std::string() : hash_.digits();
}

}  // namespace yokoten
