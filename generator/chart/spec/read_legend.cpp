#include "chart/spec/guide_parts.h"

namespace yokoten::chart {
namespace {

using Legend = LegendSpec;

constexpr double kMostColumns = 1000;
constexpr std::string_view kLegendTypes[] = {"symbol", "gradient"};
constexpr std::string_view kPlaces[] = {"left",     "right",     "top",         "bottom",
                                        "top-left", "top-right", "bottom-left", "bottom-right"};

template <auto Member>
void count(Reading& reading, const Json& json, Legend& into) {
  take_number(reading, json, into.*Member, 0, kMostColumns);
}

// Only one legend can say these; `config` speaks for all.
constexpr Property<Legend> kLegendOwn[] = {
    {"type", word<&Legend::type, kLegendTypes>},
    {"title",
     [](Reading& r, const Json& j, Legend& l) { take_title(r, j, l.title, l.title_null); }},
    {"values",
     [](Reading& r, const Json& j, Legend& l) {
       take_values(r, j, l.values);
       l.values_written = true;
     }},
    {"format", text<&Legend::format>},
    {"formatType", word<&Legend::format_type, kFormatTypes>},
    {"labelExpr",
     [](Reading& r, const Json& j, Legend& l) { take_label_expression(r, j, l.label_pieces); }},
};

constexpr Property<Legend> kLegendShared[] = {
    {"orient", word<&Legend::orient, kPlaces>},
    {"direction", word<&Legend::direction, kDirections>},
    {"columns", count<&Legend::columns>},
    {"offset", number<&Legend::offset>},
    {"padding", number<&Legend::padding>},
    {"rowPadding", number<&Legend::row_padding>},
    {"columnPadding", number<&Legend::column_padding>},
    {"tickCount", count<&Legend::tick_count>},
    {"labelFontSize", length<&Legend::label_font_size>},
    {"labelLimit", number<&Legend::label_limit>},
    {"labelOffset", length<&Legend::label_offset>},
    {"labelFont", text<&Legend::label_font>},
    {"labelFontWeight", weight<&Legend::label_font_weight>},
    {"labelColor", paint<&Legend::label_color>},
    {"titleFontSize", length<&Legend::title_font_size>},
    {"titlePadding", number<&Legend::title_padding>},
    {"titleLimit", length<&Legend::title_limit>},
    {"titleFont", text<&Legend::title_font>},
    {"titleFontWeight", weight<&Legend::title_font_weight>},
    {"titleAnchor", word<&Legend::title_anchor, kAnchors>},
    {"titleOrient", word<&Legend::title_orient, kOrients>},
    {"titleColor", paint<&Legend::title_color>},
    {"symbolSize", length<&Legend::symbol_size>},
    {"symbolStrokeWidth", length<&Legend::symbol_stroke_width>},
    {"symbolOpacity", opacity<&Legend::symbol_opacity>},
    {"symbolOffset", number<&Legend::symbol_offset>},
    {"symbolType", word<&Legend::symbol_type, kShapes>},
    {"symbolFillColor", paint<&Legend::symbol_fill_color>},
    {"symbolStrokeColor", paint<&Legend::symbol_stroke_color>},
    {"gradientLength", length<&Legend::gradient_length>},
    {"gradientThickness", length<&Legend::gradient_thickness>},
};

}  // namespace

void take_legend(Reading& reading, const Json& json, LegendSpec& legend) {
  take_object(reading, json, legend, {kLegendOwn, kLegendShared});
}

void take_legend_config(Reading& reading, const Json& json, Config& config) {
  if (!is_object(reading, json)) return;
  for (const auto& item : json.members()) {
    const Inside here(reading, item.first);
    const auto* property = find_property<Legend>(item.first, {kLegendShared});
    if (item.first == "disable") {
      Flag disabled;
      take_flag(reading, item.second, disabled);
      config.legend_disabled = disabled.value_or(false);
    } else if (property) {
      property->take(reading, item.second, config.legend);
    } else {
      auto names = names_of<Legend>({kLegendShared});
      names.emplace_back("disable");
      refuse_property(reading, item.first, std::move(names));
    }
    if (reading.failed()) return;
  }
}

}  // namespace yokoten::chart
