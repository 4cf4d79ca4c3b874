#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/place.h"
#include "chart/json.h"
#include "chart/palette.h"

namespace yokoten {

/// Why a specification is refused, and where in it (a JSON pointer such as `/layer/1/mark/type`).
struct SpecProblem {
  std::string pointer;
  Message message;
};

enum class MarkType { bar, rect, rule, text, line, point };
enum class FieldType { none, quantitative, temporal, ordinal, nominal };
enum class Align { left, center, right };
enum class Baseline { alphabetic, middle, top, bottom };
enum class Dash { none, dashed, dotted };

struct MarkSpec {
  MarkType type = MarkType::bar;
  Ink color = Ink::none;  ///< none where an encoding or the default decides
  Ink fill = Ink::none, stroke = Ink::none;
  double stroke_width = 0;  ///< 0: as the class has it
  Dash dash = Dash::none;
  double size = 0;    ///< points: area in px², 0: 64
  double height = 0;  ///< bars: thickness in px, 0: the band
  double corner_radius = 0;
  Align align = Align::center;
  Baseline baseline = Baseline::middle;
  double dx = 0, dy = 0;
  bool bold = false;
};

/// One end of an axis or one category, as written: the reader has checked that it fits the type.
struct ScaleSpec {
  bool written = false;
  std::vector<const Json*> domain;  ///< empty: from the data
  std::optional<bool> zero, nice;
  bool clamp = false;
  std::optional<double> padding_inner, padding_outer;
};

struct AxisSpec {
  bool hidden = false;  ///< axis: null
  bool grid = true, ticks = true, labels = true, domain = true;
  bool grid_written = false;
  std::string title;
  bool title_null = false, title_at_end = false;
  double tick_count = 0;  ///< 0: one in 40 px or so
  std::vector<const Json*> values;
  std::string format;  ///< time: %Y %-m …
  std::string unit;    ///< written behind every label
  std::optional<double> label_padding;
  bool label_left = false;
  Ink label_color = Ink::soft;
  std::vector<std::string> bold_labels;
};

enum class From { nothing, field, datum, pixels, end };

/// x, y, x2 or y2: where a mark begins or ends.
struct PositionSpec {
  From from = From::nothing;
  std::string field;
  const Json* datum = nullptr;
  double pixels = 0;  ///< from the left or upper edge of the plot
  FieldType type = FieldType::none;
  bool keeps_order = false;  ///< sort: null
  bool written_axis = false;
  ScaleSpec scale;
  AxisSpec axis;
};

/// The colour of a mark where data decide: by name, by threshold, or one of two by a condition.
struct ColorSpec {
  From from = From::nothing;
  Ink value = Ink::none;
  std::string field;
  std::vector<std::string> names;  ///< domain of a nominal scale
  std::vector<double> limits;      ///< domain of a threshold scale
  std::vector<Ink> range;
  bool legend = false, legend_written = false;
  std::string legend_title;
  std::string test_field;  ///< condition: `test_field` >= `at_least` takes `then`
  double at_least = 0;
  Ink then = Ink::none;
};

struct TextSpec {
  From from = From::nothing;
  std::string field;
  std::string value;
};

struct EncodingSpec {
  PositionSpec x, y, x2, y2;
  ColorSpec color;
  TextSpec text;
  std::string href, description, size;  ///< fields, empty for none
};

struct LayerSpec {
  MarkSpec mark;
  EncodingSpec encoding;
  const Json* rows = nullptr;  ///< array of objects
};

/// Width or height: of the container, a number of pixels, or pixels a category.
struct SizeSpec {
  bool container = false;
  double pixels = 200;
  double step = 0;
};

struct PaddingSpec {
  double left = 5, top = 5, right = 5, bottom = 5;
};

/// A specification as plain structs. Points into the JSON it was read from, which must outlive it.
struct ChartSpec {
  std::string name, title, description;
  SizeSpec width, height;
  PaddingSpec padding;
  std::vector<LayerSpec> layers;
  std::string narrow_x, narrow_y;  ///< usermeta.yokoten.narrow: fields of a second, smaller grid
  std::string strong;  ///< usermeta.yokoten.strong: field whose text is bold at a text's end
};

}  // namespace yokoten
