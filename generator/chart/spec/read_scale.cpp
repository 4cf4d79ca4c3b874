#include "chart/spec/channel_parts.h"
#include "chart/spec/date_time.h"
#include "chart/spec/values.h"

namespace yokoten::chart {
namespace {

using Scale = ScaleSpec;

struct NamedType {
  std::string_view name;
  ScaleType type;
};
constexpr NamedType kPositionTypes[] = {{"linear", ScaleType::linear}, {"log", ScaleType::log},
                                        {"time", ScaleType::time},     {"utc", ScaleType::time},
                                        {"band", ScaleType::band},     {"point", ScaleType::point}};
constexpr NamedType kLookTypes[] = {
    {"linear", ScaleType::linear},    {"log", ScaleType::log},
    {"time", ScaleType::time},        {"utc", ScaleType::time},
    {"ordinal", ScaleType::ordinal},  {"threshold", ScaleType::threshold},
    {"quantize", ScaleType::quantize}};
constexpr NamedType kSizeTypes[] = {
    {"linear", ScaleType::linear},    {"log", ScaleType::log},
    {"time", ScaleType::time},        {"utc", ScaleType::time},
    {"ordinal", ScaleType::ordinal},  {"point", ScaleType::point},
    {"band", ScaleType::band},        {"threshold", ScaleType::threshold},
    {"quantize", ScaleType::quantize}};

void take_named(Reading& reading, const Json& json, std::span<const NamedType> types,
                ScaleType& into) {
  std::vector<std::string_view> words;
  for (const NamedType& type : types) words.push_back(type.name);
  if (const auto at = take_word(reading, json, words)) into = types[*at].type;
}

template <const auto& Types>
void type(Reading& reading, const Json& json, Scale& scale) {
  take_named(reading, json, Types, scale.type);
}

void take_domain(Reading& reading, const Json& json, Scale& scale) {
  scale.domain.clear();
  const bool array = take_items(reading, json, [&](const Json& item) {
    if (item.is_object()) check_date_time(reading, item);
    if (item.is_array()) refuse_value(reading, item, "number, string, boolean, null, {year, …}");
    scale.domain.push_back(&item);
  });
  if (!array || json.empty()) refuse_value(reading, json, "[value, …]");
}

void take_end(Reading& reading, const Json& json, std::optional<double>& into) {
  if (!json.is_object()) return take_number(reading, json, into);
  check_date_time(reading, json);
  if (!reading.failed()) into = milliseconds_of_date_time(json);
}

void take_range(Reading& reading, const Json& json, Scale& scale, bool colours) {
  scale.range.clear();
  const bool array = take_items(reading, json, [&](const Json& item) {
    Paint colour;
    Number amount;
    if (colours)
      take_paint(reading, item, colour, false);
    else
      take_number(reading, item, amount, 0);
    scale.range.push_back(&item);
  });
  if (!array || json.empty())
    refuse_value(reading, json, colours ? "[\"#rrggbb\", …]" : "[number, …]");
}

// The schemes that `chart/scale/schemes.h` holds.
constexpr std::string_view kSchemes[] = {"accent",
                                         "bluegreen",
                                         "blueorange",
                                         "bluepurple",
                                         "blues",
                                         "brownbluegreen",
                                         "browns",
                                         "category10",
                                         "category20",
                                         "category20b",
                                         "category20c",
                                         "cividis",
                                         "dark2",
                                         "darkblue",
                                         "darkgold",
                                         "darkgreen",
                                         "darkmulti",
                                         "darkred",
                                         "goldgreen",
                                         "goldorange",
                                         "goldred",
                                         "greenblue",
                                         "greens",
                                         "greys",
                                         "inferno",
                                         "lightgreyred",
                                         "lightgreyteal",
                                         "lightmulti",
                                         "lightorange",
                                         "lighttealblue",
                                         "magma",
                                         "observable10",
                                         "orangered",
                                         "oranges",
                                         "paired",
                                         "pastel1",
                                         "pastel2",
                                         "pinkyellowgreen",
                                         "plasma",
                                         "purpleblue",
                                         "purplebluegreen",
                                         "purplegreen",
                                         "purpleorange",
                                         "purplered",
                                         "purples",
                                         "rainbow",
                                         "redblue",
                                         "redgrey",
                                         "redpurple",
                                         "reds",
                                         "redyellowblue",
                                         "redyellowgreen",
                                         "set1",
                                         "set2",
                                         "set3",
                                         "sinebow",
                                         "spectral",
                                         "tableau10",
                                         "tableau20",
                                         "tealblues",
                                         "teals",
                                         "turbo",
                                         "viridis",
                                         "warmgreys",
                                         "yellowgreen",
                                         "yellowgreenblue",
                                         "yelloworangebrown",
                                         "yelloworangered"};

void take_scheme(Reading& reading, const Json& json, Scale& scale) {
  if (const auto at = take_word(reading, json, kSchemes)) scale.scheme = kSchemes[*at];
}

void take_nice(Reading& reading, const Json& json, Scale& scale) {
  scale.nice.reset();
  scale.nice_count.reset();
  if (json.is_boolean())
    scale.nice = json.truth();
  else if (json.is_number())
    take_number(reading, json, scale.nice_count, 1, 1000);
  else
    refuse_value(reading, json, "true, false, number");
}

// d3 divides by the logarithm of the base.
void take_base(Reading& reading, const Json& json, Scale& scale) {
  take_number(reading, json, scale.base, 1.01, 1e9);
}

constexpr Property<Scale> kEvery[] = {
    {"domain", take_domain},
    {"domainMin", [](Reading& r, const Json& j, Scale& s) { take_end(r, j, s.domain_min); }},
    {"domainMax", [](Reading& r, const Json& j, Scale& s) { take_end(r, j, s.domain_max); }},
    {"zero", flag<&Scale::zero>},
    {"nice", take_nice},
    {"clamp", flag<&Scale::clamp>},
    {"reverse", flag<&Scale::reverse>},
    {"base", take_base},
};

constexpr Property<Scale> kPosition[] = {
    {"type", type<kPositionTypes>},
    {"padding", length<&Scale::padding>},
    {"paddingInner", opacity<&Scale::padding_inner>},
    {"paddingOuter", opacity<&Scale::padding_outer>},
};

constexpr Property<Scale> kColor[] = {
    {"type", type<kLookTypes>},
    {"range", [](Reading& r, const Json& j, Scale& s) { take_range(r, j, s, true); }},
    {"scheme", take_scheme},
};

constexpr Property<Scale> kAmount[] = {
    {"type", type<kSizeTypes>},
    {"range", [](Reading& r, const Json& j, Scale& s) { take_range(r, j, s, false); }},
};

}  // namespace

void take_scale(Reading& reading, const Json& json, ChannelKind kind, ScaleSpec& scale) {
  if (kind == ChannelKind::x || kind == ChannelKind::y)
    return take_object(reading, json, scale, {kEvery, kPosition});
  if (kind == ChannelKind::color) return take_object(reading, json, scale, {kEvery, kColor});
  take_object(reading, json, scale, {kEvery, kAmount});
}

}  // namespace yokoten::chart
