#pragma once

#include "chart/spec/config.h"
#include "chart/spec/reading.h"

namespace yokoten::chart {

inline constexpr std::string_view kMarkNames[] = {"bar",  "line", "area", "point",   "rect",
                                                  "rule", "text", "tick", "geoshape"};

constexpr unsigned bit(MarkType type) { return 1u << static_cast<unsigned>(type); }
inline constexpr unsigned kAllMarks = (1u << 9) - 1;

/// The marks of a set, for messages: "bar, rect".
std::string mark_names(unsigned marks);

/// `mark`: its name, or an object with `type`. What has no effect on that mark is refused.
void take_mark(Reading& reading, const Json& json, MarkSpec& mark);

/// config.mark (all marks) and config.bar, config.line …: what has an effect on one of `marks`.
/// `overlay` takes `point` and `line`, where these can stand.
void take_mark_config(Reading& reading, const Json& json, unsigned marks, MarkStyle& style,
                      MarkSpec* overlay);

/// Gives a mark the overlays of config.line or config.area that it does not decide itself.
void add_overlays(const Json& json, const Config& config, MarkSpec& mark);

}  // namespace yokoten::chart
