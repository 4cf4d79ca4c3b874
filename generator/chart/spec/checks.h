#pragma once

#include "chart/spec/reading.h"
#include "chart/spec/spec.h"

// What can only be judged when a mark and all its channels are known.

namespace yokoten::chart {

/// Fills in the types that are not written, leaves out channels that the layers above share but
/// this mark cannot use, and refuses what fits neither the mark nor the types. `own` is the mark's
/// own encoding (null for none).
void check_layer(Reading& reading, const Json* own, LayerSpec& layer);

/// Whether a mark can use a channel, by Vega-Lite's table.
bool supports(MarkType mark, std::string_view channel);

/// Whether values of such a field are one by one.
inline bool discrete(FieldType type) {
  return type == FieldType::ordinal || type == FieldType::nominal;
}

/// `scale`, `sort`, `axis` and `legend` of a channel against its type.
void check_position(Reading& reading, const LayerSpec& layer, const PositionSpec& channel);
void check_look(Reading& reading, const LayerSpec& layer, const LookSpec& channel, bool colour);
void check_sort(Reading& reading, const SortSpec& sort, FieldType type,
                const EncodingSpec* encoding, const std::string& pointer);
void check_scale(Reading& reading, const ChannelSpec& channel, ScaleType type);

/// The scale that Vega-Lite takes where none is written.
ScaleType default_position_scale(const LayerSpec& layer, const PositionSpec& channel, bool across);

/// `paddingInner` has an effect only where one of the layers has bands on that axis.
void check_shared_scales(Reading& reading, const Spec& spec);

}  // namespace yokoten::chart
