#include "base/line_breaks.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <memory>

namespace yokoten {
namespace {

constexpr double kHalfWidth = 0.55;
constexpr UChar32 kFirstWide = 0x1100;  // Hangul; Latin and its kin stand before it

double width_of(UChar32 letter) { return letter < kFirstWide ? kHalfWidth : 1; }

double width_of(const icu::UnicodeString& text) {
  double width = 0;
  for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1))
    width += width_of(text.char32At(at));
  return width;
}

std::string utf8(const icu::UnicodeString& text) {
  std::string bytes;
  return text.toUTF8String(bytes);
}

/// One a thread: making it takes longer than most texts do. nullptr where there is none.
icu::BreakIterator* line_breaks() {
  UErrorCode status = U_ZERO_ERROR;
  thread_local const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createLineInstance(icu::Locale("ja@lw=phrase"), status));
  return breaks.get();
}

std::vector<icu::UnicodeString> pieces_of(std::string_view text) {
  const auto all = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  icu::BreakIterator* const breaks = line_breaks();
  if (breaks == nullptr) return {all};
  breaks->setText(all);
  std::vector<icu::UnicodeString> pieces;
  int32_t from = breaks->first();
  for (int32_t to = breaks->next(); to != icu::BreakIterator::DONE; from = to, to = breaks->next())
    pieces.emplace_back(all, from, to - from);
  return pieces;
}

/// Fills lines piece by piece.
class Lines {
 public:
  Lines(double ems, std::size_t most) : ems_(ems), most_(most) {}

  void add(const icu::UnicodeString& piece) {
    const double width = width_of(piece);
    if (width_ > 0 && width_ + width > ems_) end_line();
    if (width <= ems_) return append(piece, width);
    for (int32_t at = 0; at < piece.length(); at = piece.moveIndex32(at, 1)) {
      const UChar32 letter = piece.char32At(at);
      if (width_ + width_of(letter) > ems_) end_line();
      append(icu::UnicodeString(letter), width_of(letter));
    }
  }

  std::vector<std::string> taken() {
    if (width_ > 0) end_line();
    if (full_.size() > most_) {
      full_.resize(most_);
      icu::UnicodeString& last = full_.back();
      if (width_of(last) + 1 > ems_) last.truncate(last.moveIndex32(last.length(), -1));
      last.append(static_cast<UChar>(0x2026));
    }
    std::vector<std::string> lines;
    for (const icu::UnicodeString& line : full_) lines.push_back(utf8(line));
    return lines;
  }

 private:
  void append(const icu::UnicodeString& piece, double width) {
    line_.append(piece);
    width_ += width;
  }
  void end_line() {
    full_.push_back(line_.trim());
    line_.remove();
    width_ = 0;
  }

  double ems_;
  std::size_t most_;
  std::vector<icu::UnicodeString> full_;
  icu::UnicodeString line_;
  double width_ = 0;
};

}  // namespace

std::vector<std::string> wrapped_lines(std::string_view text, double ems, std::size_t lines) {
  Lines filled(ems, lines);
  for (const icu::UnicodeString& piece : pieces_of(text)) filled.add(piece);
  return filled.taken();
}

}  // namespace yokoten
