#include "chart/plot.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "chart/dates.h"
#include "chart/number_text.h"
#include "chart/ticks.h"

namespace yokoten {
namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

struct Axis {
  PositionSpec EncodingSpec::*first;
  PositionSpec EncodingSpec::*second;
  std::vector<double> Columns::*values;
  std::vector<double> Columns::*seconds;
};

constexpr Axis kAcross = {&EncodingSpec::x, &EncodingSpec::x2, &Columns::x, &Columns::x2};
constexpr Axis kDown = {&EncodingSpec::y, &EncodingSpec::y2, &Columns::y, &Columns::y2};

bool is_scaled(const PositionSpec& position) {
  return position.from == From::field || position.from == From::datum;
}

bool is_discrete(FieldType type) {
  return type == FieldType::ordinal || type == FieldType::nominal;
}

SpecProblem value_problem(std::size_t layer, std::string_view field, const Json& value) {
  const std::string words = value.dump(-1, ' ', true, Json::error_handler_t::replace);
  const std::string name(field);
  return {"/layer/" + std::to_string(layer) + "/encoding",
          {"項目「" + name + "」の値 " + words + " は型か domain に合いません",
           "the value " + words + " of '" + name + "' fits neither its type nor its domain"}};
}

// A category by its words; numbers are written shortest.
std::string category_text(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  std::string text;
  append_coordinate(text, value.get<double>());
  return text;
}

class Maker {
 public:
  explicit Maker(const ChartSpec& spec) : spec_(spec) {
    plot_.spec = &spec;
    plot_.columns.resize(spec.layers.size());
  }

  std::variant<Plot, SpecProblem> make() {
    for (const bool across : {true, false}) {
      Scale& scale = across ? plot_.x : plot_.y;
      const Axis& axis = across ? kAcross : kDown;
      start(scale, axis);
      for (std::size_t i = 0; i < spec_.layers.size() && !problem_; ++i) fill(scale, axis, i);
      if (!problem_ && !scale.discrete()) close(scale, axis);
    }
    for (std::size_t i = 0; i < spec_.layers.size() && !problem_; ++i) check_words(i);
    if (problem_) return *problem_;
    return std::move(plot_);
  }

 private:
  // The kind of the scale and its written domain.
  void start(Scale& scale, const Axis& axis) {
    explicit_domain_ = false;
    bool blocks = false, rects_only = true;
    for (const LayerSpec& layer : spec_.layers) {
      const PositionSpec& position = layer.encoding.*axis.first;
      if (!is_scaled(position)) continue;
      const bool block = layer.mark.type == MarkType::bar || layer.mark.type == MarkType::rect;
      blocks |= block;
      rects_only &= layer.mark.type != MarkType::bar;
      scale.kind = kind(position.type);
      if (position.scale.written) take(scale, position);
    }
    if (scale.kind == ScaleKind::point && blocks) scale.kind = ScaleKind::band;
    pad(scale, axis, rects_only);
  }

  static ScaleKind kind(FieldType type) {
    if (is_discrete(type)) return ScaleKind::point;
    return type == FieldType::temporal ? ScaleKind::time : ScaleKind::linear;
  }

  void take(Scale& scale, const PositionSpec& position) {
    scale.clamp = position.scale.clamp;
    if (position.scale.domain.empty() || explicit_domain_) return;
    explicit_domain_ = true;
    if (is_discrete(position.type)) {
      for (const Json* item : position.scale.domain)
        scale.categories.push_back(category_text(*item));
      return;
    }
    scale.low = continuous(position, *position.scale.domain.front(), 0);
    scale.high = continuous(position, *position.scale.domain.back(), 0);
  }

  // Vega-Lite's paddings where none are written.
  void pad(Scale& scale, const Axis& axis, bool rects_only) {
    const double inner = scale.kind == ScaleKind::point ? 1 : rects_only ? 0 : 0.1;
    scale.inner = inner;
    scale.outer = scale.kind == ScaleKind::point ? 0.5 : inner / 2;
    for (const LayerSpec& layer : spec_.layers) {
      const ScaleSpec& written = (layer.encoding.*axis.first).scale;
      if (scale.kind == ScaleKind::band && written.padding_inner) {
        scale.inner = *written.padding_inner;
        scale.outer = scale.inner / 2;
      }
      if (written.padding_outer) scale.outer = *written.padding_outer;
    }
  }

  double continuous(const PositionSpec& position, const Json& value, std::size_t layer) {
    if (position.type == FieldType::quantitative && value.is_number()) return value.get<double>();
    if (position.type == FieldType::temporal && value.is_string())
      if (const auto days = days_of(value.get_ref<const std::string&>())) return *days;
    if (!value.is_null()) problem_ = value_problem(layer, position.field, value);
    return kMissing;
  }

  // `near` is where the category most likely stands: rows mostly come in the order of the axis.
  double category(Scale& scale, const Json& value, std::size_t layer, std::size_t near) {
    if (value.is_null()) return kMissing;
    if (!value.is_string() && !value.is_number()) {
      problem_ = value_problem(layer, "", value);
      return kMissing;
    }
    auto& known = scale.categories;
    if (near < known.size() && value.is_string() &&
        known[near] == value.get_ref<const std::string&>())
      return static_cast<double>(near);
    std::string text = category_text(value);
    const auto found = std::find(known.begin(), known.end(), text);
    if (found != known.end()) return static_cast<double>(found - known.begin());
    if (explicit_domain_) {
      problem_ = value_problem(layer, "", value);
      return kMissing;
    }
    known.push_back(std::move(text));
    return static_cast<double>(known.size() - 1);
  }

  void fill(Scale& scale, const Axis& axis, std::size_t index) {
    const LayerSpec& layer = spec_.layers[index];
    PositionSpec second = layer.encoding.*axis.second;
    second.type = (layer.encoding.*axis.first).type;  // x2 has no type of its own
    fill_one(scale, layer.encoding.*axis.first, *layer.rows, index,
             plot_.columns[index].*axis.values);
    fill_one(scale, second, *layer.rows, index, plot_.columns[index].*axis.seconds);
  }

  void fill_one(Scale& scale, const PositionSpec& position, const Json& rows, std::size_t layer,
                std::vector<double>& into) {
    if (!is_scaled(position)) return;
    into.reserve(rows.size());
    std::size_t at = 0;
    for (const Json& row : rows) {
      const Json& value =
          position.from == From::datum ? *position.datum : value_of(row, position.field);
      into.push_back(is_discrete(position.type) ? category(scale, value, layer, at)
                                                : continuous(position, value, layer));
      ++at;
    }
  }

  // Texts, links and colours: what cannot be shown is refused, not left out.
  void check_words(std::size_t index) {
    const LayerSpec& layer = spec_.layers[index];
    const EncodingSpec& encoding = layer.encoding;
    for (const Json& row : *layer.rows) {
      for (const std::string* field : {&encoding.text.field, &encoding.href, &encoding.description})
        if (const Json& value = value_of(row, *field); !value.is_string() && !value.is_null())
          problem_ = value_problem(index, *field, value);
      if (const Json& value = value_of(row, encoding.color.field);
          encoding.color.from == From::field && !has_colour(encoding.color, value))
        problem_ = value_problem(index, encoding.color.field, value);
      if (problem_) return;
    }
  }

  static bool has_colour(const ColorSpec& color, const Json& value) {
    if (!color.limits.empty()) return value.is_number();
    return value.is_string() && std::find(color.names.begin(), color.names.end(),
                                          value.get_ref<const std::string&>()) != color.names.end();
  }

  // The ends of a continuous axis without a written domain.
  void close(Scale& scale, const Axis& axis) {
    if (scale.kind == ScaleKind::none || explicit_domain_) return;
    Extent extent{std::numeric_limits<double>::infinity(),
                  -std::numeric_limits<double>::infinity()};
    for (const Columns& columns : plot_.columns) {
      widen(extent, columns.*axis.values);
      widen(extent, columns.*axis.seconds);
    }
    if (extent.low > extent.high) extent = {0, 1};
    const bool linear = scale.kind == ScaleKind::linear;
    if (linear && wants(axis, &ScaleSpec::zero, any_bar()))
      extent = {std::min(extent.low, 0.0), std::max(extent.high, 0.0)};
    if (linear && wants(axis, &ScaleSpec::nice, true)) extent = nice(extent);
    scale.low = extent.low;
    scale.high = extent.high;
  }

  static void widen(Extent& extent, const std::vector<double>& values) {
    for (const double value : values) {
      if (std::isnan(value)) continue;
      extent.low = std::min(extent.low, value);
      extent.high = std::max(extent.high, value);
    }
  }

  bool any_bar() const {
    return std::any_of(spec_.layers.begin(), spec_.layers.end(),
                       [](const LayerSpec& layer) { return layer.mark.type == MarkType::bar; });
  }

  bool wants(const Axis& axis, std::optional<bool> ScaleSpec::*property, bool otherwise) const {
    for (const LayerSpec& layer : spec_.layers)
      if (const auto& written = (layer.encoding.*axis.first).scale.*property) return *written;
    return otherwise;
  }

  const ChartSpec& spec_;
  Plot plot_;
  bool explicit_domain_ = false;
  std::optional<SpecProblem> problem_;
};

const Json& null_value() {
  static const Json null;
  return null;
}

}  // namespace

std::variant<Plot, SpecProblem> make_plot(const ChartSpec& spec) { return Maker(spec).make(); }

const AxisSpec& axis_of(const ChartSpec& spec, bool horizontal) {
  static const AxisSpec hidden = [] {
    AxisSpec axis;
    axis.hidden = true;
    return axis;
  }();
  for (const LayerSpec& layer : spec.layers) {
    const PositionSpec& position = horizontal ? layer.encoding.x : layer.encoding.y;
    if (is_scaled(position) && !position.axis.hidden) return position.axis;
  }
  return hidden;
}

const Json& value_of(const Json& row, std::string_view field) {
  for (auto item = row.begin(); item != row.end(); ++item)
    if (item.key() == field) return item.value();
  return null_value();
}

std::string_view text_of(const Json& row, std::string_view field) {
  const Json& value = value_of(row, field);
  return value.is_string() ? std::string_view(value.get_ref<const std::string&>())
                           : std::string_view();
}

}  // namespace yokoten
