#include "chart/spec/config_parts.h"
#include "chart/spec/guide_parts.h"
#include "chart/spec/mark_parts.h"
#include "chart/spec/values.h"

namespace yokoten::chart {
namespace {

template <auto Member, AxisOf which>
void axis(Reading& reading, const Json& json, Config& config) {
  AxisSpec made = *(config.*Member);
  take_axis_config(reading, json, which, made);
  config.*Member = std::move(made);
}

template <MarkType type>
void mark(Reading& reading, const Json& json, Config& config) {
  MarkSpec* overlay = type == MarkType::line   ? &config.line_overlay
                      : type == MarkType::area ? &config.area_overlay
                                               : nullptr;
  auto& of_mark = config.marks[static_cast<std::size_t>(type)];
  MarkStyle made = *of_mark;
  take_mark_config(reading, json, bit(type), made, overlay);
  of_mark = std::move(made);
}

void take_colours(Reading& reading, const Json& json, std::vector<std::string>& into) {
  into.clear();
  const bool array = take_items(reading, json, [&](const Json& item) {
    Paint colour;
    take_paint(reading, item, colour, false);
    into.push_back(colour.value_or(""));
  });
  if (!array || json.empty()) refuse_value(reading, json, "[\"#rrggbb\", …]");
}

void take_time_format(Reading& reading, const Json& json, Config& config) {
  text<&Config::time_format>(reading, json, config);
  if (config.time_format) check_format(reading, *config.time_format, true);
}

constexpr Property<Config> kRange[] = {
    {"category", [](Reading& r, const Json& j, Config& c) { take_colours(r, j, c.category); }},
    {"ordinal", [](Reading& r, const Json& j, Config& c) { take_colours(r, j, c.ordinal); }},
};

constexpr Property<Config> kScale[] = {
    {"bandPaddingInner", opacity<&Config::band_padding_inner>},
    {"barBandPaddingInner", opacity<&Config::bar_band_padding_inner>},
    {"rectBandPaddingInner", opacity<&Config::rect_band_padding_inner>},
    {"bandPaddingOuter", opacity<&Config::band_padding_outer>},
    {"pointPadding", opacity<&Config::point_padding>},
};

constexpr Property<Config> kFacet[] = {{"spacing", length<&Config::facet_spacing>}};

constexpr Property<Config> kConfig[] = {
    {"font", text<&Config::font>},
    {"background", paint<&Config::background>},
    {"timeFormat", take_time_format},
    {"axis", axis<&Config::axis, AxisOf::either>},
    {"axisX", axis<&Config::axis_x, AxisOf::x>},
    {"axisY", axis<&Config::axis_y, AxisOf::y>},
    {"axisBand", axis<&Config::axis_band, AxisOf::either>},
    {"axisQuantitative", axis<&Config::axis_quantitative, AxisOf::either>},
    {"axisTemporal", axis<&Config::axis_temporal, AxisOf::either>},
    {"legend", take_legend_config},
    {"title", [](Reading& r, const Json& j, Config& c) { take_title_config(r, j, c.title); }},
    {"header", [](Reading& r, const Json& j, Config& c) { take_header_config(r, j, c.header); }},
    {"view", [](Reading& r, const Json& j, Config& c) { take_view_config(r, j, c.view); }},
    {"mark", [](Reading& r, const Json& j,
                Config& c) { take_mark_config(r, j, kAllMarks, c.mark, nullptr); }},
    {"bar", mark<MarkType::bar>},
    {"line", mark<MarkType::line>},
    {"area", mark<MarkType::area>},
    {"point", mark<MarkType::point>},
    {"rect", mark<MarkType::rect>},
    {"rule", mark<MarkType::rule>},
    {"text", mark<MarkType::text>},
    {"tick", mark<MarkType::tick>},
    {"geoshape", mark<MarkType::geoshape>},
    {"range", [](Reading& r, const Json& j, Config& c) { take_object(r, j, c, {kRange}); }},
    {"scale", [](Reading& r, const Json& j, Config& c) { take_object(r, j, c, {kScale}); }},
    {"facet", [](Reading& r, const Json& j, Config& c) { take_object(r, j, c, {kFacet}); }},
};

}  // namespace

void take_config(Reading& reading, const Json& json, Config& config) {
  take_object(reading, json, config, {kConfig});
}

}  // namespace yokoten::chart
