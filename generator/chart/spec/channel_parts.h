#pragma once

#include "chart/spec/reading.h"
#include "chart/spec/spec.h"

namespace yokoten::chart {

enum class ChannelKind {
  x,
  y,
  x2,
  y2,
  color,
  opacity,
  size,
  text,
  href,
  description,
  tooltip,
  order,
  detail
};

/// `scale` of a channel: only what that channel can use.
void take_scale(Reading& reading, const Json& json, ChannelKind kind, ScaleSpec& scale);

/// `sort`: an order, an array, null, {"field", "op", "order"} and, where `by_channel`, "x" or "-y"
/// or {"encoding", "order"}.
void take_sort(Reading& reading, const Json& json, bool by_channel, SortSpec& sort);

/// `type`, `title` and what else channels share.
void take_type(Reading& reading, const Json& json, FieldType& type);

/// How an encoding is written: that of a mark must be complete; what is shared by layers may leave
/// the field to them.
enum class Written { whole, shared };

/// Reads `encoding` over what the layers above say, channel by channel as Vega-Lite merges them.
/// `row` and `column` of it go to `facets`; without one they are refused.
void take_encoding(Reading& reading, const Json& json, Written written, EncodingSpec& encoding,
                   Spec* facets);

/// One of `row` and `column`; `in_encoding` where it stands among the channels.
void take_facet(Reading& reading, const Json& json, bool in_encoding, FacetSpec& facet);

/// `condition` of a channel, whose value `take_value` reads.
using TakeValue = void (*)(Reading&, const Json&, const Json*&);
void take_conditions(Reading& reading, const Json& json, TakeValue take_value,
                     std::vector<Condition>& conditions);

}  // namespace yokoten::chart
