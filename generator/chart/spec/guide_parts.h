#pragma once

#include "chart/spec/config.h"
#include "chart/spec/reading.h"
#include "chart/spec/values.h"

// What guides may say, in a specification and in its `config`.

namespace yokoten::chart {

/// Which axes are spoken of: only one of x or y can say on which side it stands.
enum class AxisOf { x, y, either };

void take_axis(Reading& reading, const Json& json, AxisOf which, AxisSpec& axis);
void take_axis_config(Reading& reading, const Json& json, AxisOf which, AxisSpec& axis);
void take_legend(Reading& reading, const Json& json, LegendSpec& legend);
void take_legend_config(Reading& reading, const Json& json, Config& config);
void take_header(Reading& reading, const Json& json, HeaderSpec& header);
void take_header_config(Reading& reading, const Json& json, HeaderSpec& header);

/// A title: one text, several lines, or an object with `text`.
void take_chart_title(Reading& reading, const Json& json, TitleSpec& title);
void take_title_config(Reading& reading, const Json& json, TitleSpec& title);

/// `view`: only the frame's look; its sizes are config's.
void take_view(Reading& reading, const Json& json, ViewStyle& view);
void take_view_config(Reading& reading, const Json& json, ViewStyle& view);

/// `labelExpr`: quoted texts, datum.label and datum.value joined by +.
void take_label_expression(Reading& reading, const Json& json, std::vector<LabelPiece>& pieces);

}  // namespace yokoten::chart
