#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace yokoten {

/// How a part of a cell's text stands: on the line or beside it, and whether it is struck out.
struct RunLook {
  enum class Line : std::uint8_t { on, raised, lowered };
  Line line = Line::on;
  bool struck = false;

  bool is_plain() const { return line == Line::on && !struck; }
  bool operator==(const RunLook&) const = default;
};

/// A part of a cell's text that does not look plain, in bytes of the text.
struct MarkedRun {
  std::size_t begin = 0, end = 0;
  RunLook look;
};

/// What stands around struck-out text, before and behind it.
inline constexpr std::string_view struck_sign = "~~";

/// The text with its marked runs, which stand in their order, set apart: raised and lowered digits
/// beside a number are written as such (1234¹, 10³; `m2` stays), what is struck out stands between
/// two ~~. So neither becomes part of a number.
std::string set_apart(std::string_view text, const std::vector<MarkedRun>& runs);

/// Whether one of the runs is struck out.
bool has_struck(const std::vector<MarkedRun>& runs);

}  // namespace yokoten
