#pragma once

#include "chart/spec/reading.h"
#include "chart/spec/spec.h"

namespace yokoten::chart {

/// Parts of a specification that say how large it is and what it is called.
void take_width(Reading& reading, const Json& json, SizeSpec& size);
void take_height(Reading& reading, const Json& json, SizeSpec& size);
void take_padding(Reading& reading, const Json& json, Spec& spec);
void take_autosize(Reading& reading, const Json& json, AutosizeSpec& autosize);
void take_schema(Reading& reading, const Json& json);
void take_name(Reading& reading, const Json& json, std::string& name);

/// `resolve` may only state what holds anyway: scales, axes and legends are shared.
void take_resolve(Reading& reading, const Json& json);

/// `spacing` of a facet: for both ways, or {"row", "column"}.
void take_spacing(Reading& reading, const Json& json, Spec& spec);

}  // namespace yokoten::chart
