#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chart/house/extent.h"
#include "chart/house/palette.h"
#include "chart/json.h"
#include "chart/scene/scene.h"
#include "chart/spec/config.h"
#include "model/chart.h"

namespace yokoten::chart {

/// What the builders of specifications share.

/// Everything before the marks: schema, name, texts, sizes, config. `x` and `y` are what all layers
/// share of the two encodings (type, scale, axis).
Json spec_head(const ChartRequest& request, Json height, Json x, Json y);

/// The name that a specification may bear, its title with unit, date and publisher, and the look of
/// the house.
std::string spec_name(std::string id);
Json title_of(const ChartRequest& request);
const Json& house_config();

/// The same as it is read, which all specifications of spec_head() say.
const Config* house_look();

/// 24.7%, 82事業所 or 82 offices, as the language of the request writes it.
std::string with_unit(const std::string& number, const ChartRequest& request);

/// Marks say their description, texts what stands there, and all others nothing; as layer_of does.
void say_what_is_shown(Json& mark, Json& encoding);

/// A layer of its own data. A layer never takes the data of another.
Json layer_of(Json rows, Json mark, Json encoding);

/// A number as short as it can be written: 30, not 30.0.
Json number_json(double value);

/// The value, if it is one that a picture can hold (finite, within ±1e15).
std::optional<double> value_of(const ChartDatum& datum);

/// Whether a picture can hold both its value and where it stands across.
bool has_place(const ChartDatum& datum);

/// Ends of the value axis: zero, all values, all reference lines and the fixed maximum. Never
/// without extent.
Extent value_extent(const ChartRequest& request);

/// Reference lines whose value a picture can hold.
std::vector<ReferenceLine> drawable_lines(const ChartRequest& request);

/// The width that a chart's texts are laid out for: the narrowest column, in px.
inline constexpr double kNarrowest = 288;

/// The letters of labels, and the width of one as it is drawn, bold or not.
Font label_font();
double label_width(const std::string& text, bool bold = false);
/// How much longer a label gets where readers set letters and words as wide as WCAG 1.4.12 says.
double spacing_room(const std::string& text);
double widest_label(const ChartRequest& request);

/// Which way a text leans so that it stays inside: `at` in pixels of a picture `width` wide.
const char* leaning(double at, double text_width, double width);

Ink ink_of(Emphasis emphasis);
Json text_mark(const char* align, bool bold, Ink ink);
Json dashed_rule();

/// A dashed line from side to side at its value; `words`, a text mark, say what it is at the side
/// to which they are aligned.
void add_level(Json& layers, const ReferenceLine& line, Json words);
Json field(const char* name);
Json text_field(const char* name);
Json pixels(double value);

/// Where a mark leads and what it says; its own words or name, part, value and unit.
void put_links(Json& encoding, const ChartRequest& request);
void put_link(Json& row, const ChartDatum& datum, const ChartRequest& request);

/// An axis of names at the left edge, `gutter` px before the plot, without line and ticks; those of
/// `bold` are bold.
Json name_axis(Json bold, double gutter);

/// Names as keys of an axis: a second 府中市 gets an invisible word joiner, so that both are drawn.
std::vector<std::string> distinct_names(std::vector<std::string> names);

}  // namespace yokoten::chart
