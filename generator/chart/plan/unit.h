#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "chart/plan/plan.h"

// A layer as Vega-Lite's compiler sees it, before data are read: its orientation, its stack, what
// becomes of missing values. Points and lines laid over a path are units of their own.

namespace yokoten::chart {

enum class Channel : std::uint8_t { x, y, color, opacity, size };
inline constexpr std::array<Channel, 5> kChannels = {Channel::x, Channel::y, Channel::color,
                                                     Channel::opacity, Channel::size};
inline bool is_position(Channel channel) { return channel == Channel::x || channel == Channel::y; }

enum class Orient : std::uint8_t { none, vertical, horizontal };

/// Vega-Lite's modes of `invalid`, "break-paths-show-path-domains" resolved by the mark.
enum class Invalid : std::uint8_t { filter, break_filter, break_show, show };

/// The rows that a scale's domain is taken from.
enum class Source : std::uint8_t { main, before_filter, after_filter };

struct StackRule {
  Measure along = Measure::none;  ///< none: not stacked
  Stack offset = Stack::zero;
  const Field* dimension = nullptr;  ///< null: all rows stand in one stack
  std::vector<const Field*> by;
  bool fills_gaps = false;
};

struct Unit {
  const LayerSpec* layer = nullptr;
  std::size_t index = 0;  ///< of the layer
  MarkType mark{};
  const MarkStyle* style = nullptr;
  bool overlay = false;
  bool filled = true;
  Orient orient = Orient::none;
  StackRule stack;
  Invalid invalid = Invalid::filter;
  Source scale_source = Source::main;

  bool path() const { return mark == MarkType::line || mark == MarkType::area; }
  const ChannelSpec& spec_of(Channel channel) const;
  /// The second end of a range along x or y, null where it has none or the mark knows none.
  const PositionSpec* second(Channel channel) const;
  /// The channel if its data go through a scale, else null.
  const ChannelSpec* scaled(Channel channel) const;
};

inline bool reads_data(const ChannelSpec& channel) {
  return channel.from == From::field || channel.from == From::datum;
}
inline bool has_field(const ChannelSpec& channel) { return channel.from == From::field; }

/// The type of a channel's values; of a `datum` without a type by what it is.
FieldType type_of(const ChannelSpec& channel);

/// The units of all layers, those laid over a layer right after it.
std::vector<Unit> units_of(const Spec& spec);

Orient orient_of(const Unit& unit, const Text& specified);
StackRule stack_of(const Unit& unit);

/// A property of a mark: written there, else in its mark's config, else in that of all marks.
template <class Value>
const std::optional<Value>& styled(const Unit& unit, const Config& config,
                                   std::optional<Value> MarkStyle::*member) {
  if (unit.style->*member) return unit.style->*member;
  const MarkStyle& of_mark = *config.marks[static_cast<std::size_t>(unit.mark)];
  return of_mark.*member ? of_mark.*member : config.mark.*member;
}

}  // namespace yokoten::chart
