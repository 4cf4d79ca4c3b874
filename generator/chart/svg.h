#pragma once

#include <string>
#include <string_view>

#include "chart/frame.h"

namespace yokoten {

/// Writes elements of SVG into one string. Numbers have two decimals at most.
class Svg {
 public:
  explicit Svg(std::string& out) : out_(out) {}

  Svg& begin(std::string_view name);
  Svg& attribute(std::string_view name, std::string_view value);
  Svg& number(std::string_view name, double value);
  Svg& percent(std::string_view name, double value);
  /// A place across as `name`; its pixels stay to be said by shift() where both parts count.
  Svg& place(std::string_view name, Across at);
  /// Says the pixels of a place as a transform, unless place() could say the whole.
  Svg& shift(Across at);
  Svg& end();                        ///< `/>`
  Svg& content();                    ///< `>`
  Svg& text(std::string_view text);  ///< escaped
  Svg& close(std::string_view name);
  std::string& out() { return out_; }

 private:
  std::string& out_;
};

/// Whether a place needs both its parts.
inline bool is_mixed(Across at) { return at.percent != 0 && (at.px > 0.005 || at.px < -0.005); }

}  // namespace yokoten
