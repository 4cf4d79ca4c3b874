#include "chart/geo/path_text.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdint>
#include <iterator>

namespace yokoten::chart::geo {

// Thousandths, halves rounded up, without zeros at the end; -0 is 0.
void PathText::write(double value) {
  const double thousandths = std::floor(value * 1000 + 0.5);
  if (!std::isfinite(thousandths)) finite_ = false;
  if (!finite_) return;
  if (std::abs(thousandths) >= 1e15) {
    fmt::format_to(std::back_inserter(text_), "{}", thousandths / 1000);
    return;
  }
  const auto number = static_cast<std::int64_t>(std::abs(thousandths));
  if (thousandths < 0) text_ += '-';
  text_.append(fmt::format_int(number / 1000).c_str());
  const std::int64_t rest = number % 1000;
  if (rest == 0) return;
  const char digits[] = {'.', static_cast<char>('0' + rest / 100),
                         static_cast<char>('0' + rest / 10 % 10),
                         static_cast<char>('0' + rest % 10)};
  text_.append(digits, rest % 100 == 0 ? 2 : rest % 10 == 0 ? 3 : 4);
}

void PathText::circle() {
  const auto arc = [&](const char* flags, double way) {
    text_ += 'a';
    write(radius_);
    text_ += ',';
    write(radius_);
    text_ += flags;
    write(way);
  };
  text_ += "m0,";
  write(radius_);
  arc(" 0 1,1 0,", -2 * radius_);
  arc(" 0 1,1 0,", 2 * radius_);
  text_ += 'z';
}

void PathText::point(Point at) {
  text_ += place_ == Place::later ? 'L' : 'M';
  write(at.x);
  text_ += ',';
  write(at.y);
  if (place_ == Place::outside) circle();
  if (place_ == Place::first) place_ = Place::later;
}

void PathText::line_end() {
  if (in_polygon_) text_ += 'Z';
  place_ = Place::outside;
}

// 12.5, .5 and -3; `apart`: a blank where no minus sign parts the number from the one before.
void CompactPath::write(long tenths, bool apart) {
  if (tenths < 0)
    text_ += '-';
  else if (apart)
    text_ += ' ';
  const long size = std::abs(tenths);
  if (size >= 10 || size == 0) text_.append(fmt::format_int(size / 10).c_str());
  if (size % 10 == 0) return;
  text_ += '.';
  text_ += static_cast<char>('0' + size % 10);
}

void CompactPath::point(Point at) {
  constexpr double kFarthest = 1e8;  // tenths
  const double across = std::floor(at.x * 10 + 0.5), down = std::floor(at.y * 10 + 0.5);
  if (!(std::abs(across) < kFarthest) || !(std::abs(down) < kFarthest)) finite_ = false;
  if (!finite_) return;
  const auto x = static_cast<long>(across), y = static_cast<long>(down);
  if (!first_ && x == x_ && y == y_) return;
  const bool begins = first_ || !stepping_;
  if (begins) text_ += first_ ? 'M' : 'l';
  write(first_ ? x : x - x_, !begins);
  write(first_ ? y : y - y_, true);
  stepping_ = !first_;
  first_ = false;
  x_ = x, y_ = y;
}

void CompactPath::line_end() {
  if (in_polygon_) text_ += 'z';
  stepping_ = false;
}

void Box::point(Point at) {
  if (at.x < left) left = at.x;
  if (at.x > right) right = at.x;
  if (at.y < top) top = at.y;
  if (at.y > bottom) bottom = at.y;
}

}  // namespace yokoten::chart::geo
