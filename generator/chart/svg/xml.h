#pragma once

#include <string>
#include <string_view>

#include "chart/scene/scene.h"

namespace yokoten::chart {

/// Writes elements into one string; values are escaped, numbers rounded to `decimals` places.
class Xml {
 public:
  explicit Xml(std::string& out, int decimals) : out_(out), decimals_(decimals) {}

  Xml& open(std::string_view name);  ///< `<name`
  Xml& attribute(std::string_view name, std::string_view value);
  Xml& path(const Item& item, Kind kind, double width);  ///< its outline as `d`
  Xml& number(std::string_view name, double value);
  Xml& percent(std::string_view name, double share);  ///< a share as `12.5%`
  Xml& raw(std::string_view text);                    ///< as it is
  Xml& append(double value);                          ///< a number in the middle of a value
  Xml& content();                                     ///< `>`
  Xml& text(std::string_view text);
  Xml& close(std::string_view name);  ///< `</name>`
  Xml& end();                         ///< `/>`

 private:
  std::string& out_;
  int decimals_;
};

/// A number with at most `decimals` places and no trailing zeros; never "-0".
void append_rounded(std::string& out, double value, int decimals);

}  // namespace yokoten::chart
