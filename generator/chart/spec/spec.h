#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "chart/json.h"
#include "chart/spec/config.h"
#include "chart/spec/kept.h"
#include "chart/spec/styles.h"

namespace yokoten::chart {

enum class FieldType { none, quantitative, temporal, ordinal, nominal };
enum class ScaleType { none, linear, log, time, band, point, ordinal, threshold, quantize };

/// Where the value of a channel comes from. `pixels` is a `value` of a position, `end` its
/// `"width"` or `"height"`.
enum class From { nothing, field, datum, value };

/// The way to a value in a row: `properties.rate` is {"properties", "rate"}; `a\.b` is {"a.b"}.
struct Field {
  std::string written;             ///< as in the specification, "" for none
  std::vector<std::string> steps;  ///< empty for none
};

/// `{"year": 2024, "month": 4}`, a text or a number in `domain` and `values` stay JSON here; the
/// plan turns them into numbers or categories by the field's type.
struct ScaleSpec {
  ScaleType type = ScaleType::none;  ///< none: follows from the field's type and the mark
  std::vector<const Json*> domain;   ///< empty: from the data
  std::optional<double> domain_min, domain_max;
  std::vector<const Json*> range;  ///< colours or numbers; empty: the default
  std::string scheme;
  std::optional<bool> zero, nice, clamp, reverse;
  std::optional<double> nice_count, base, padding, padding_inner, padding_outer;
};

enum class SortKind {
  natural,     ///< nothing written: ascending by value
  ascending,   ///< "ascending"
  descending,  ///< "descending"
  data,        ///< null: as the data come
  list,        ///< ["b", "a"]: these first, then the others
  channel,     ///< "x", "-y", "color": by another channel's value
  field,       ///< {"field": "v", "op": "sum", "order": "descending"}
};

struct SortSpec {
  SortKind kind = SortKind::natural;
  std::vector<const Json*> list;
  std::string channel;  ///< without the sign
  Field field;
  std::string op;  ///< "", "min", "max", "sum", "mean"
  bool descending = false;
};

enum class Stack { by_default, zero, normalize, center, none };

/// What every channel that reads data says. `type` is filled in with Vega-Lite's default where it
/// is not written (not for x2 and y2). A datum may have a field as well, inherited from the layers
/// around it: then the field is only the source of titles.
struct ChannelSpec {
  From from = From::nothing;
  Field field;
  const Json* datum = nullptr;
  const Json* value = nullptr;  ///< `value`: a colour, a number, a text, "width", "height" or null
  FieldType type = FieldType::none;
  Kept<ScaleSpec> scale;
  bool scale_null = false;  ///< `scale: null`: data are drawn as they are
  Kept<SortSpec> sort;
  std::optional<std::string> title;
  bool title_null = false;
  std::string pointer;  ///< JSON pointer of this channel, for messages about its data
};

/// x, y, x2, y2.
struct PositionSpec : ChannelSpec {
  Kept<AxisSpec> axis;
  bool axis_null = false;
  Stack stack = Stack::by_default;
  std::optional<double> band_position;
};

enum class Test { equal, lt, lte, gt, gte, range, one_of, valid };

/// A predicate on a field, from an object ({"field", "gte"}) or a small expression
/// ("datum.v > 60"); `negated` by {"not": …}. An operand that is a null pointer stands for a field
/// that is missing.
struct Predicate {
  Field field;
  Test test = Test::equal;
  std::vector<const Json*> operands;  ///< one; two for `range`; any number for `one_of`
  std::vector<std::shared_ptr<const Json>> written;  ///< operands of an expression, kept alive
  bool negated = false;
  bool loose = false;  ///< `==` of an expression: compares as JavaScript's ==, not ===
};

/// `condition` of a channel: the first predicate that holds gives its value.
struct Condition {
  std::vector<Predicate> all;  ///< every one must hold
  const Json* value = nullptr;
};

/// color, opacity, size.
struct LookSpec : ChannelSpec {
  Kept<LegendSpec> legend;
  bool legend_null = false;
  std::vector<Condition> conditions;
};

/// text, href, description and each line of a tooltip.
struct TextSpec : ChannelSpec {
  std::string format;
  std::string format_type;  ///< "", "number", "time", "utc"
  std::vector<Condition> conditions;
};

struct EncodingSpec {
  PositionSpec x, y, x2, y2;
  LookSpec color, opacity, size;
  TextSpec text, href, description;
  std::vector<TextSpec> tooltip;
  ChannelSpec order;  ///< `sort` of it: natural or descending
  std::vector<Field> detail;
  std::string detail_pointer;
};

enum class ProjectionType {
  mercator,
  conic_conformal,
  conic_equal_area,
  conic_equidistant,
  albers
};

/// `projection` of a geoshape; the map is fitted to the frame unless scale or translate is given.
struct ProjectionSpec {
  ProjectionType type = ProjectionType::mercator;
  bool written = false;
  std::optional<double> scale;
  std::optional<std::vector<double>> translate, center, rotate, parallels;
};

/// How `data` is to be read as rows.
struct DataSpec {
  const Json* rows = nullptr;      ///< array of objects; of features for a map; null: no data
  const Json* topology = nullptr;  ///< the TopoJSON that holds `feature`
  std::string feature;             ///< name of an object of the topology
  bool mesh = false;               ///< draw its lines instead of its areas
  std::string pointer;             ///< JSON pointer of the rows, for messages
  const Json* parse = nullptr;     ///< format.parse; checked to agree with the types of the fields
  std::shared_ptr<const Json> made;  ///< rows made from plain values; `rows` points in here
};

/// One mark over one set of data, with everything that the layers above it share already merged in.
struct LayerSpec {
  LayerSpec() {}  // by default it would be filled with zeros before its members begin
  MarkSpec mark;
  EncodingSpec encoding;
  DataSpec data;
  ProjectionSpec projection;
  std::string pointer;  ///< JSON pointer: "" or /layer/0/layer/1
};

/// Width or height of the plot: of the container, a number of pixels, or pixels a category.
struct SizeSpec {
  bool written = false;
  bool container = false;
  double pixels = 0;
  double step = 0;
};

struct PaddingSpec {
  double left = 5, top = 5, right = 5, bottom = 5;
};

enum class Autosize { pad, fit, fit_x, fit_y, none };

struct AutosizeSpec {
  bool written = false;
  bool type_written = false, contains_written = false;
  Autosize type = Autosize::pad;
  bool contains_padding = false;
};

/// `row` or `column`: one plot for each value of a field.
struct FacetSpec {
  Field field;  ///< empty: no facet this way
  FieldType type = FieldType::none;
  SortSpec sort;
  HeaderSpec header;
  bool header_null = false;
  std::optional<std::string> title;
  bool title_null = false;
  std::optional<double> spacing;
  std::string pointer;
};

/// A specification as plain structs. Points into the JSON it was read from, which must outlive it.
struct Spec {
  std::string name, description;
  TitleSpec title;
  SizeSpec width, height;
  PaddingSpec padding;
  AutosizeSpec autosize;
  std::string background;  ///< "" default (white), "none" for null
  Config config;
  FacetSpec row, column;
  std::vector<LayerSpec> layers;
};

}  // namespace yokoten::chart
