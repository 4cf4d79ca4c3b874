#include "read/known_lines.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>

#include "base/hash.h"
#include "base/pieces.h"
#include "base/threads.h"

namespace yokoten {
namespace {

constexpr std::size_t kPiece = 4096;  // bytes
constexpr std::size_t kTurn = 64;     // pieces that are read at once

// Told apart from others of this process only.
std::uint64_t hash_of(std::string_view bytes) { return std::hash<std::string_view>{}(bytes); }

int ends_in(std::string_view text) {
  return static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

std::int64_t distance(std::uint64_t from, std::uint64_t to) {
  return static_cast<std::int64_t>(to) - static_cast<std::int64_t>(from);
}

std::uint64_t moved(std::uint64_t at, std::int64_t shift) {
  return static_cast<std::uint64_t>(static_cast<std::int64_t>(at) + shift);
}

/// The bytes from `begin` to `end`; nothing where there are not as many.
std::optional<std::string> stretch_of(const DiskFile& file, std::uint64_t begin,
                                      std::uint64_t end) {
  std::string bytes(end - begin, '\0');
  const auto got = file.read(begin, bytes);
  return got && *got == bytes.size() ? std::optional(std::move(bytes)) : std::nullopt;
}

/// Where the line begins in which the byte at `at` stands.
std::optional<std::uint64_t> line_begin(const DiskFile& file, std::uint64_t at) {
  while (at > 0) {
    const std::uint64_t begin = at - std::min<std::uint64_t>(at, kPiece);
    const auto bytes = stretch_of(file, begin, at);
    if (!bytes) return std::nullopt;
    if (const std::size_t end = bytes->rfind('\n'); end != std::string::npos)
      return begin + end + 1;
    at = begin;
  }
  return at;
}

/// Behind the end of the line in which the byte before `at` stands.
std::optional<std::uint64_t> line_end(const DiskFile& file, std::uint64_t at) {
  for (std::uint64_t from = at == 0 ? 0 : at - 1; from < file.size(); from += kPiece) {
    const auto bytes = stretch_of(file, from, std::min<std::uint64_t>(file.size(), from + kPiece));
    if (!bytes) return std::nullopt;
    if (const std::size_t end = bytes->find('\n'); end != std::string::npos) return from + end + 1;
  }
  return file.size();
}

}  // namespace

std::optional<KnownLines> KnownLines::of(const DiskFile& file) {
  KnownLines known;
  GrowingHash hash;
  const bool is_whole = hand_over(file, 0, file.size(), [&](std::string_view bytes) {
    hash.add(bytes);
    known.add(bytes);
    return true;
  });
  if (!is_whole) return std::nullopt;
  known.sha256_ = hash.digits();
  return known;
}

void KnownLines::add(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size(); at += kPiece) {
    const std::string_view piece = bytes.substr(at, kPiece);
    pieces_.push_back({size_, hash_of(piece), ends_});
    size_ += piece.size();
    ends_ += ends_in(piece);
    ends_with_line_ = piece.ends_with('\n');
  }
}

// Behind the last one the size of the file.
std::uint64_t KnownLines::begin_of(std::size_t piece) const {
  return piece < pieces_.size() ? pieces_[piece].begin : size_;
}

// From the first to the last of them that is another one, where all stand `shift` bytes further on;
// none, at the end, where all are as they were.
KnownLines::Stretch KnownLines::others_among(Stretch pieces, const DiskFile& now,
                                             std::int64_t shift) const {
  const std::uint64_t begin = begin_of(pieces.from), size = begin_of(pieces.to) - begin;
  const auto bytes = std::make_unique_for_overwrite<char[]>(size);
  const auto got = now.read(moved(begin, shift), {bytes.get(), size});
  if (!got || *got != size) return pieces;
  Stretch others{pieces.to, pieces.to};
  for (std::size_t at = pieces.from; at < pieces.to; ++at)
    if (hash_of({bytes.get() + (begin_of(at) - begin), end_of(at) - begin_of(at)}) !=
        pieces_[at].hash)
      others = {std::min(others.from, at), at + 1};
  return others;
}

// From the front: how far pieces are as they were. From the back: from where on they are so again,
// moved by what the file has grown. What lies behind one that is not is not read.
std::size_t KnownLines::last_alike(Side side, Stretch among, const DiskFile& now) const {
  const bool front = side == Side::front;
  const std::int64_t shift = front ? 0 : distance(size_, now.size());
  std::atomic<std::size_t> found = front ? among.to : among.from;
  const std::size_t turns = (among.to - among.from + kTurn - 1) / kTurn;
  share_out(turns, [&](std::size_t turn) {
    const std::size_t from = among.from + (front ? turn : turns - 1 - turn) * kTurn;
    const Stretch some{from, std::min(among.to, from + kTurn)};
    if (front ? some.from >= found : some.to <= found) return;
    const Stretch others = others_among(some, now, shift);
    if (others.from == others.to) return;
    const std::size_t own = front ? others.from : others.to;
    std::size_t known = found;
    while ((front ? own < known : own > known) && !found.compare_exchange_weak(known, own)) {
    }
  });
  return found;
}

// Pieces that would end, or begin, outside of the file are others.
KnownLines::Stretch KnownLines::others_in(const DiskFile& now) const {
  std::size_t inside = pieces_.size();
  while (inside > 0 && end_of(inside - 1) > now.size()) --inside;
  const std::size_t from = last_alike(Side::front, {0, inside}, now);
  const std::int64_t shift = distance(size_, now.size());
  std::size_t apart = from;
  while (apart < pieces_.size() && distance(begin_of(from), begin_of(apart)) + shift < 0) ++apart;
  return {from, last_alike(Side::back, {apart, pieces_.size()}, now)};
}

// What is known where these bytes, with as many ends of lines, stand in place of the pieces.
KnownLines KnownLines::with(const Stretch& others, std::string_view bytes,
                            const DiskFile& now) const {
  const auto place = [&](std::size_t piece) {
    return pieces_.begin() + static_cast<std::ptrdiff_t>(piece);
  };
  KnownLines made;
  made.pieces_.assign(pieces_.begin(), place(others.from));
  made.size_ = begin_of(others.from);
  made.ends_ = others.from < pieces_.size() ? pieces_[others.from].ends : ends_;
  made.add(bytes);
  for (auto each = place(others.to); each != pieces_.end(); ++each)
    made.pieces_.push_back(
        {moved(each->begin, distance(size_, now.size())), each->hash, each->ends});
  made.ends_ = ends_;
  made.size_ = now.size();
  const auto last =
      stretch_of(now, now.size() - std::min<std::uint64_t>(now.size(), 1), now.size());
  made.ends_with_line_ = last && (last->empty() || *last == "\n");
  return made;
}

std::optional<KnownLines::Change> KnownLines::change_to(const DiskFile& now) const {
  const Stretch others = others_in(now);
  const std::uint64_t begin = begin_of(others.from);
  const std::uint64_t end = moved(begin_of(others.to), distance(size_, now.size()));
  if (others.from == others.to && begin == end) return Change{{}, *this};
  const auto bytes = stretch_of(now, begin, end);
  const auto from = line_begin(now, begin), to = line_end(now, end);
  if (!bytes || !from || !to) return std::nullopt;
  const int ends = others.to < pieces_.size() ? pieces_[others.to].ends : ends_;
  const int before = others.from < pieces_.size() ? pieces_[others.from].ends : ends_;
  auto text = stretch_of(now, *from, *to);
  if (!text || ends_in(*bytes) != ends - before) return std::nullopt;
  const int count = ends_in(*text) + (text->ends_with('\n') || text->empty() ? 0 : 1);
  Change change{{before + 1, count, std::move(*text)}, with(others, *bytes, now)};
  return change.now.lines() == lines() ? std::optional(std::move(change)) : std::nullopt;
}

}  // namespace yokoten
