#include "check/period_shape.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "model/heading_parts.h"
#include "model/period_digits.h"
#include "model/period_words.h"

namespace yokoten {
namespace {

constexpr char kMark = '#';

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

// All of the part is a period; those of one kind are alike.
std::string whole_period(std::string_view part) {
  const bool only_digits = part.find_first_not_of("0123456789") == std::string_view::npos;
  if (!only_digits)
    if (const auto period = period_of_cell(part))
      return kMark + std::to_string(static_cast<int>(period->kind));
  if (const auto year = fiscal_year_of_cell(part); year && year->year >= 1900 && year->year <= 2100)
    return "#year";
  return period_of_digits(part) ? "#digits" : "";
}

bool is_year(std::string_view digits) {
  return (digits.size() == 4 || digits.size() == 6 || digits.size() == 8) &&
         (digits.starts_with("19") || digits.starts_with("20"));
}

/// Goes through a part of a heading and puts a mark in place of digits that count time.
class PartMasker {
 public:
  explicit PartMasker(std::string_view part) : rest_(part) {}

  std::string masked() {
    while (!rest_.empty()) step();
    return out_;
  }

 private:
  void step() {
    if (take_first_year()) return;
    if (!is_digit(rest_.front())) {
      out_ += rest_.front();
      rest_.remove_prefix(1);
      return;
    }
    const std::size_t size = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
    const std::string_view digits = rest_.substr(0, size);
    rest_.remove_prefix(size);
    const bool is_time = counts_time() || is_year(digits) || goes_on() || leave_out_letter(digits);
    out_ += is_time ? std::string(1, kMark) : std::string(digits);
  }

  // 令和元年 as 令和2年.
  bool take_first_year() {
    constexpr std::string_view first = "元年";
    if (!rest_.starts_with(first)) return false;
    out_ += "#年";
    rest_.remove_prefix(first.size());
    return true;
  }

  // 7月, 第1四半期; 7月間 and 30日以上 have the same words in all headings of a kind.
  bool counts_time() const {
    constexpr std::array<std::string_view, 5> words = {"年", "月", "日", "期", "四半期"};
    return std::ranges::any_of(words, [&](auto word) { return rest_.starts_with(word); });
  }

  // 2024-07 and R6.9: behind a mark and one sign.
  bool goes_on() const {
    const std::size_t size = out_.size();
    return size > 1 && out_[size - 2] == kMark &&
           std::string_view("-./_Q").find(out_.back()) != std::string_view::npos;
  }

  // R6, H30.
  bool leave_out_letter(std::string_view digits) const {
    if (digits.size() > 2 || out_.empty()) return false;
    const bool era = std::string_view("RHS").find(out_.back()) != std::string_view::npos;
    const char before = out_.size() > 1 ? out_[out_.size() - 2] : ' ';
    const bool in_word = (before >= 'A' && before <= 'Z') || (before >= 'a' && before <= 'z');
    return era && !in_word;
  }

  std::string_view rest_;
  std::string out_;
};

}  // namespace

std::optional<std::string> period_shape(std::string_view heading) {
  std::string shape;
  for (const std::string_view part : heading_parts(heading)) {
    const std::string tight = tight_text(part);
    const std::string whole = whole_period(tight);
    if (!shape.empty()) shape += heading_joint;
    shape += whole.empty() ? PartMasker(tight).masked() : whole;
  }
  return shape.find(kMark) == std::string::npos ? std::nullopt : std::optional(shape);
}

}  // namespace yokoten
