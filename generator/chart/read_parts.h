#pragma once

#include "chart/take.h"

namespace yokoten {

/// Parts of a specification, each refused with its pointer when outside the subset.
void take_mark(Reading& reading, const Json& json, MarkSpec& mark);
void take_position(Reading& reading, const Json& json, PositionSpec& position);
void take_color(Reading& reading, const Json& json, ColorSpec& color);
void take_encoding(Reading& reading, const Json& json, EncodingSpec& encoding);

/// `config` may only say what the house says: charts of a site look alike.
void take_config(Reading& reading, const Json& json);
const Json& house_config();

}  // namespace yokoten
