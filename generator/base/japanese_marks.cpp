#include "base/japanese_marks.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "base/html_pieces.h"

namespace yokoten {
namespace {

constexpr std::string_view mark_begin = "\xEE\x80\x80", mark_end = "\xEE\x80\x81";
constexpr std::string_view marks_begin = "\xEE\x80";  // both

std::size_t letter_bytes(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// The letter that begins at `at`; texts are UTF-8.
std::uint32_t letter_at(std::string_view text, std::size_t at) {
  const std::size_t bytes = letter_bytes(text[at]);
  std::uint32_t letter = static_cast<unsigned char>(text[at]);
  if (bytes == 1) return letter;
  letter &= (0xFFU >> (bytes + 1));
  for (std::size_t more = 1; more < bytes && at + more < text.size(); ++more)
    letter = letter << 6U | (static_cast<unsigned char>(text[at + more]) & 0x3FU);
  return letter;
}

bool is_japanese(std::uint32_t letter) {
  struct Block {
    std::uint32_t first, last;
  };
  // Signs and kana; kana extensions; kanji; compatibility kanji; full and half width; rarer kanji.
  constexpr std::array<Block, 7> blocks = {{{0x3000, 0x30FF},
                                            {0x31F0, 0x33FF},
                                            {0x3400, 0x4DBF},
                                            {0x4E00, 0x9FFF},
                                            {0xF900, 0xFAFF},
                                            {0xFF00, 0xFFEF},
                                            {0x20000, 0x3134F}}};
  return std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) {
    return letter >= block.first && letter <= block.last;
  });
}

// All Japanese letters begin with this byte or a later one; no byte inside a letter is as high.
constexpr unsigned char first_byte = 0xE3;

using LetterBlock = unsigned char __attribute__((vector_size(16)));

// Whether such a byte is in the block that begins here.
bool has_high(const char* text) {
  LetterBlock block;
  std::memcpy(&block, text, sizeof block);
  const auto high = block >= first_byte;
  std::array<std::uint64_t, 2> halves;
  std::memcpy(halves.data(), &high, sizeof high);
  return (halves[0] | halves[1]) != 0;
}

// Where such a byte stands next, the end where none does. Marks begin with one too.
std::size_t next_high(std::string_view text, std::size_t at) {
  while (text.size() - at >= sizeof(LetterBlock) && !has_high(text.data() + at))
    at += sizeof(LetterBlock);
  while (at < text.size() && static_cast<unsigned char>(text[at]) < first_byte) ++at;
  return at;
}

// The next Japanese letter from `at` on, the end where there is none.
std::size_t next_japanese(std::string_view text, std::size_t at) {
  for (; at < text.size(); ++at)
    if (static_cast<unsigned char>(text[at]) >= first_byte && is_japanese(letter_at(text, at)))
      return at;
  return text.size();
}

std::size_t end_of_run(std::string_view text, std::size_t at) {
  while (at < text.size() && is_japanese(letter_at(text, at))) at += letter_bytes(text[at]);
  return std::min(at, text.size());
}

std::string marked(std::string_view text, std::size_t begin, std::size_t end) {
  return std::string(mark_begin).append(text.substr(begin, end - begin)).append(mark_end);
}

/// The text without what stands between marks.
std::string outside_marks(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find(mark_begin, at);
    out += text.substr(at, begin == text.npos ? text.npos : begin - at);
    if (begin == text.npos) break;
    const std::size_t end = text.find(mark_end, begin);
    at = end == text.npos ? text.size() : end + mark_end.size();
  }
  return out;
}

std::string replaced(std::string_view text, std::string_view what, std::string_view with) {
  std::string out;
  std::size_t from = 0;
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, from)) {
    out.append(text.substr(from, at - from)).append(with);
    from = at + what.size();
  }
  out.append(text.substr(from));
  return out;
}

bool has_marks(std::string_view text) { return text.find(marks_begin) != text.npos; }

void add_with_spans(const HtmlPieces& piece, std::string& out) {
  if (!has_marks(piece.text())) {
    out += piece.text();
    return;
  }
  if (piece.is_tag() || !piece.takes_elements()) {
    out += without_marks(piece.text());
    return;
  }
  const std::string name = piece.in_svg() ? "tspan" : "span";
  out += replaced(replaced(piece.text(), mark_begin, '<' + name + " lang=\"ja\">"), mark_end,
                  "</" + name + '>');
}

void add_unmarked(const HtmlPieces& piece, std::vector<std::string>& left) {
  if (piece.in_japanese() || !has_japanese(piece.text())) return;
  std::string text = outside_marks(piece.text());
  if (has_japanese(text)) left.push_back(std::move(text));
}

}  // namespace

bool has_japanese(std::string_view text) { return next_japanese(text, 0) < text.size(); }

std::string japanese_marked(std::string_view text) {
  const std::size_t begin = next_japanese(text, 0);
  if (begin == text.size()) return std::string(text);
  std::size_t end = begin;
  for (std::size_t at = begin; at < text.size(); at = next_japanese(text, end))
    end = end_of_run(text, at);
  return std::string(text.substr(0, begin)) + marked(text, begin, end) +
         std::string(text.substr(end));
}

std::string japanese_runs_marked(std::string_view text) {
  std::string out;
  std::size_t from = 0;
  for (std::size_t at = next_japanese(text, 0); at < text.size(); at = next_japanese(text, from)) {
    const std::size_t end = end_of_run(text, at);
    out += std::string(text.substr(from, at - from)) + marked(text, at, end);
    from = end;
  }
  out.append(text.substr(from));
  return out;
}

std::string without_marks(std::string_view text) {
  if (!has_marks(text)) return std::string(text);
  return replaced(replaced(text, mark_begin, ""), mark_end, "");
}

std::string with_language_spans(std::string_view html, std::vector<std::string>& left) {
  std::string out;
  out.reserve(html.size() + html.size() / 8);
  std::size_t copied = 0, high = next_high(html, 0);
  for (HtmlPieces pieces(html); high < html.size() && pieces.next();) {
    const auto begin = static_cast<std::size_t>(pieces.text().data() - html.data());
    const std::size_t end = begin + pieces.text().size();
    if (high >= end) {
      pieces.pass_over(high);
      continue;
    }
    out.append(html, copied, begin - copied);
    add_unmarked(pieces, left);
    add_with_spans(pieces, out);
    copied = end;
    high = next_high(html, end);
  }
  out.append(html, copied);
  return out;
}

}  // namespace yokoten
