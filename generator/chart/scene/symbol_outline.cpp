#include "chart/scene/symbol_outline.h"

#include <array>
#include <charconv>
#include <cmath>

namespace yokoten::chart {
namespace {

bool is_number_start(char c) { return (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '+'; }

class Outline {
 public:
  Outline(Pen& pen, std::string_view path) : pen_(pen), rest_(path) {}

  void draw() {
    while (!rest_.empty()) {
      const char letter = rest_.front();
      rest_.remove_prefix(1);
      if (letter == ' ' || letter == ',') continue;
      if (letter == 'Z' || letter == 'z') {
        pen_.close();
        x_ = start_x_;
        y_ = start_y_;
        continue;
      }
      command(letter);
    }
  }

 private:
  void command(char letter) {
    const std::size_t count = arguments_of(letter);
    if (count == 0) return;
    std::array<double, 7> given{};
    bool first = true;
    while (read(given, count)) {
      step(first || (letter != 'M' && letter != 'm') ? letter : letter == 'M' ? 'L' : 'l', given);
      first = false;
    }
  }

  static std::size_t arguments_of(char letter) {
    switch (letter) {
      case 'M':
      case 'm':
      case 'L':
      case 'l':
        return 2;
      case 'H':
      case 'h':
      case 'V':
      case 'v':
        return 1;
      case 'a':
        return 7;
      default:
        return 0;
    }
  }

  bool read(std::array<double, 7>& given, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == ','))
        rest_.remove_prefix(1);
      if (rest_.empty() || !is_number_start(rest_.front())) return false;
      const auto end = std::from_chars(rest_.data(), rest_.data() + rest_.size(), given[i]);
      if (end.ec != std::errc()) return false;
      rest_.remove_prefix(static_cast<std::size_t>(end.ptr - rest_.data()));
    }
    return true;
  }

  void step(char letter, const std::array<double, 7>& given) {
    const bool relative = letter >= 'a';
    const double from_x = relative ? x_ : 0, from_y = relative ? y_ : 0;
    switch (letter) {
      case 'H':
      case 'h':
        x_ = from_x + given[0];
        break;
      case 'V':
      case 'v':
        y_ = from_y + given[0];
        break;
      case 'a':
        return half_circle(given);
      default:
        x_ = from_x + given[0];
        y_ = from_y + given[1];
    }
    if (letter == 'M' || letter == 'm') {
      pen_.move_to(start_x_ = x_, start_y_ = y_);
    } else {
      pen_.line_to(x_, y_);
    }
  }

  /// The square around the circle of which the arc is a half.
  void half_circle(const std::array<double, 7>& given) {
    const double radius = std::abs(given[0]);
    const double x = x_ + given[5] / 2, y = y_ + given[6] / 2;
    pen_.line_to(x - radius, y - radius);
    pen_.line_to(x + radius, y + radius);
    x_ += given[5];
    y_ += given[6];
    pen_.line_to(x_, y_);
  }

  Pen& pen_;
  std::string_view rest_;
  double x_ = 0, y_ = 0, start_x_ = 0, start_y_ = 0;
};

}  // namespace

void draw_outline(Pen& pen, std::string_view path) { Outline(pen, path).draw(); }

}  // namespace yokoten::chart
