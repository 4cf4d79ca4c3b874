#include <algorithm>

#include "chart/house/spec_parts.h"
#include "chart/house/specs.h"
#include "chart/scene/broken_text.h"

namespace yokoten::chart {
namespace {

constexpr double kBarGap = 8, kLineLabel = 20, kLetterGap = 2;
constexpr double kLeastBars = 64;                // px that bars need beside names
constexpr double kLeastSpaced = 36;              // and beside room for wider letters
constexpr double kNameLine = 20, kNameFoot = 7;  // px of a line of a name above its bar
constexpr std::size_t kFewBars = 6, kSome = 12;

struct Name {
  std::string rank;                ///< "12" of "12 青森県"
  std::string key;                 ///< the name, distinct on its axis
  std::vector<std::string> above;  ///< its lines where it stands above its bar
  double width = 0;                ///< px of the name beside its bar
};

/// All that is decided before the first layer is written.
struct Bars {
  const ChartRequest& request;
  std::vector<Name> names;
  std::vector<ReferenceLine> lines;
  Extent extent;
  bool ranking = false;        ///< rank, name and value stand left of the bars
  std::size_t name_lines = 0;  ///< above each bar; 0: names stand left of the bars
  double rank_width = 0, name_width = 0;
  double value_width = 0;  ///< of values and of the words for missing ones
  double known_width = 0;  ///< of values alone
  double behind_names = kBarGap;
  double pitch = 40, thickness = 25;

  double name_room() const { return name_lines > 0 ? 0 : name_width + behind_names; }
  double gutter() const { return name_room() + (ranking ? value_width + kBarGap : 0); }
  double rank_room() const { return rank_width > 0 ? rank_width + kBarGap : 0; }
  double right() const { return ranking ? 1 : value_width + kBarGap; }

  /// What bars have of the narrowest picture; the words for missing values stand over them.
  double room() const {
    return kNarrowest - rank_room() - gutter() - (ranking ? 1 : known_width + kBarGap);
  }

  /// How far the first name stands out of the plot.
  double overhang() const {
    const double room = kNameFoot + static_cast<double>(name_lines) * kNameLine;
    return name_lines > 0 ? std::max(0.0, room - (pitch - thickness) / 2) : 0;
  }
};

// A name may begin with its rank: digits and a space.
Name name_of(const std::string& name) {
  const std::size_t end = name.find_first_not_of("0123456789");
  if (end == 0 || end == std::string::npos || name[end] != ' ') return {"", name};
  return {name.substr(0, end), name.substr(end + 1)};
}

std::vector<Name> names_of(const ChartRequest& request) {
  std::vector<Name> names;
  std::vector<std::string> keys;
  for (const ChartDatum& datum : request.data) {
    names.push_back(name_of(datum.name));
    keys.push_back(names.back().key);
  }
  keys = distinct_names(std::move(keys));
  for (std::size_t i = 0; i < names.size(); ++i) names[i].key = std::move(keys[i]);
  return names;
}

bool is_bold_bar(const ChartDatum& datum) {
  return datum.emphasis == Emphasis::self || datum.emphasis == Emphasis::nation;
}

// A line that would run through a label behind its bar, or a bar to the left of zero: then all
// values stand before the bars.
bool meets_label(const Bars& bars) {
  const double plot = kNarrowest - bars.name_room() - bars.value_width - kBarGap;
  for (const ChartDatum& datum : bars.request.data) {
    const double value = value_of(datum).value_or(0);
    if (value < 0) return true;
    for (const ReferenceLine& line : bars.lines) {
      const double away = (line.value - value) / (bars.extent.high - bars.extent.low) * plot;
      if (away >= 0 && away < bars.value_width + kBarGap) return true;
    }
  }
  return false;
}

bool is_ranking(const Bars& bars) { return bars.request.data.size() > kSome || meets_label(bars); }

// Names that would leave no room for bars stand above them, with their ranks, in lines as long as
// the narrowest picture is wide.
void put_names_above(Bars& bars) {
  Font font = label_font();
  for (std::size_t i = 0; i < bars.names.size(); ++i) {
    Name& name = bars.names[i];
    if (!name.rank.empty()) name.key = name.rank + ' ' + name.key;
    name.rank.clear();
    font.weight = is_bold_bar(bars.request.data[i]) ? "bold" : "";
    name.above = broken_text(font, name.key, kNarrowest);
    bars.name_lines = std::max(bars.name_lines, name.above.size());
  }
  bars.rank_width = 0;
  bars.ranking = is_ranking(bars);
  bars.pitch = bars.thickness + static_cast<double>(bars.name_lines) * kNameLine + 2 * kNameFoot;
}

// Words for missing values stand over the bars' own room before names have to go above.
void make_room(Bars& bars) {
  bars.value_width = bars.known_width;
  bars.ranking = is_ranking(bars);
  if (bars.room() < kLeastBars) put_names_above(bars);
}

void measure_texts(Bars& bars) {
  const auto& data = bars.request.data;
  bars.value_width = std::max(widest_label(bars.request), kBarGap);
  bars.known_width = kBarGap;
  for (std::size_t i = 0; i < data.size(); ++i) {
    Name& name = bars.names[i];
    name.width = label_width(name.key, is_bold_bar(data[i]));
    bars.name_width = std::max(bars.name_width, name.width);
    bars.rank_width = std::max(bars.rank_width, label_width(name.rank));
    if (value_of(data[i]))
      bars.known_width = std::max(bars.known_width, label_width(data[i].label, true));
  }
}

// Where bars can spare it, names and the values behind them have room to grow towards each other.
void make_room_for_spacing(Bars& bars) {
  if (bars.name_lines > 0) return;
  double needed = 0;
  for (std::size_t i = 0; i < bars.names.size(); ++i) {
    const ChartDatum& datum = bars.request.data[i];
    const Name& name = bars.names[i];
    double taken = name.width + spacing_room(name.key) - bars.name_width;
    if (bars.ranking && value_of(datum))
      taken += label_width(datum.label, true) + spacing_room(datum.label) - bars.value_width;
    needed = std::max(needed, taken + kLetterGap);
  }
  const double spare = std::max(0.0, bars.room() - kLeastSpaced);
  bars.behind_names += std::clamp(std::ceil(needed - kBarGap), 0.0, std::floor(spare));
}

Bars measured_bars(const ChartRequest& request) {
  Bars bars{request, names_of(request), drawable_lines(request), value_extent(request)};
  measure_texts(bars);
  const std::size_t rows = request.data.size();
  bars.ranking = is_ranking(bars);
  bars.pitch = rows <= kFewBars ? 40 : rows <= kSome ? 34 : 24;
  bars.thickness = rows <= kFewBars ? 25 : rows <= kSome ? 21 : 16;
  if (bars.room() < kLeastBars) make_room(bars);
  make_room_for_spacing(bars);
  return bars;
}

Json bold_names(const Bars& bars) {
  Json names = Json::array();
  for (std::size_t i = 0; i < bars.names.size(); ++i)
    if (is_bold_bar(bars.request.data[i])) names.push_back(bars.names[i].key);
  return names;
}

Json head(const Bars& bars) {
  Json keys = Json::array();
  for (const Name& name : bars.names) keys.push_back(name.key);
  Json scale = object("paddingInner", number_json(1 - bars.thickness / bars.pitch));
  if (!keys.empty()) put(scale, "domain", std::move(keys));
  return spec_head(
      bars.request, object("step", number_json(bars.pitch)),
      object("type", "quantitative", "scale",
             object("domain", list(number_json(bars.extent.low), number_json(bars.extent.high))),
             "axis", nullptr),
      object("type", "nominal", "scale", std::move(scale), "axis",
             bars.name_lines > 0 ? Json() : name_axis(bold_names(bars), bars.gutter())));
}

Json row_of(const Bars& bars, std::size_t i) {
  const ChartDatum& datum = bars.request.data[i];
  Json row = object("name", bars.names[i].key);
  const auto value = value_of(datum);
  put(row, "value", value ? number_json(*value) : Json());
  put(row, "label", datum.label);
  put_link(row, datum, bars.request);
  return row;
}

// Bars of one emphasis in one layer: a layer has one colour.
void add_bars(Json& layers, const Bars& bars, Emphasis emphasis) {
  Json rows = Json::array();
  for (std::size_t i = 0; i < bars.names.size(); ++i) {
    const ChartDatum& datum = bars.request.data[i];
    if (datum.emphasis == emphasis && value_of(datum)) rows.push_back(row_of(bars, i));
  }
  if (rows.empty()) return;
  const bool planned = emphasis == Emphasis::planned;
  Json mark = planned ? object("type", "bar", "fill", colour(Ink::paper), "stroke",
                               colour(Ink::bar), "strokeWidth", 1.5)
                      : object("type", "bar", "color", colour(ink_of(emphasis)));
  Json encoding = object("x", field("value"), "y", field("name"));
  put_links(encoding, bars.request);
  layers.push_back(layer_of(std::move(rows), std::move(mark), std::move(encoding)));
}

Json placed_text(const char* align, double dx, bool bold, Ink ink) {
  Json mark = object("type", "text", "align", align);
  if (dx != 0) put(mark, "dx", number_json(dx));
  if (bold) put(mark, "fontWeight", "bold");
  put(mark, "color", colour(ink));
  return mark;
}

// Values as text: behind the bar, or right-aligned before it in a ranking.
void add_values(Json& layers, const Bars& bars) {
  Json rows = Json::array();
  for (std::size_t i = 0; i < bars.names.size(); ++i)
    if (value_of(bars.request.data[i])) rows.push_back(row_of(bars, i));
  if (rows.empty()) return;
  Json x = bars.ranking ? pixels(-kBarGap) : field("value");
  Json mark = bars.ranking ? placed_text("right", 0, true, Ink::text)
                           : placed_text("left", 6, true, Ink::text);
  layers.push_back(
      layer_of(std::move(rows), std::move(mark),
               object("x", std::move(x), "y", field("name"), "text", text_field("label"))));
}

// A missing value is a word (or a dash) where its bar would begin.
void add_missing(Json& layers, const Bars& bars) {
  Json rows = Json::array();
  for (std::size_t i = 0; i < bars.names.size(); ++i) {
    if (value_of(bars.request.data[i])) continue;
    const std::string& label = bars.request.data[i].label;
    rows.push_back(object("name", bars.names[i].key, "label", label.empty() ? "—" : label));
  }
  if (rows.empty()) return;
  layers.push_back(
      layer_of(std::move(rows), placed_text("left", 0, false, Ink::soft),
               object("x", object("datum", 0), "y", field("name"), "text", text_field("label"))));
}

// The lines of a name end right above its bar, whichever has most of them.
void add_names_over_bars(Json& layers, const Bars& bars, bool bold) {
  for (std::size_t up = 0; up < bars.name_lines; ++up) {
    Json rows = Json::array();
    for (std::size_t i = 0; i < bars.names.size(); ++i) {
      const std::vector<std::string>& lines = bars.names[i].above;
      if (is_bold_bar(bars.request.data[i]) == bold && up < lines.size())
        rows.push_back(object("name", bars.names[i].key, "line", lines[lines.size() - 1 - up]));
    }
    if (rows.empty()) continue;
    Json mark = text_mark("left", bold, Ink::text);
    put(mark, "dy",
        number_json(-bars.thickness / 2 - kNameFoot - static_cast<double>(up) * kNameLine));
    layers.push_back(layer_of(
        std::move(rows), std::move(mark),
        object("x", pixels(-bars.gutter()), "y", field("name"), "text", text_field("line"))));
  }
}

void add_ranks(Json& layers, const Bars& bars) {
  Json rows = Json::array();
  for (const Name& name : bars.names)
    if (!name.rank.empty()) rows.push_back(object("name", name.key, "rank", name.rank));
  if (rows.empty()) return;
  layers.push_back(layer_of(std::move(rows), placed_text("right", 0, false, Ink::soft),
                            object("x", pixels(-bars.gutter() - kBarGap), "y", field("name"),
                                   "text", text_field("rank"))));
}

// A dashed line with its words above the plot; more lines stand in more rows of words.
void add_lines(Json& layers, const Bars& bars) {
  const double left = bars.rank_room() + bars.gutter();
  const double plot = kNarrowest - left - bars.right();
  double y = -8 - bars.overhang();
  for (const ReferenceLine& line : bars.lines) {
    const Json rows = list(object("value", number_json(line.value), "label", line.label));
    layers.push_back(
        layer_of(rows, dashed_rule(),
                 object("x", field("value"), "y", pixels(y + 6), "y2", object("value", "height"))));
    const double share = (line.value - bars.extent.low) / (bars.extent.high - bars.extent.low);
    layers.push_back(
        layer_of(rows,
                 text_mark(leaning(left + share * plot, label_width(line.label), kNarrowest), false,
                           Ink::text),
                 object("x", field("value"), "y", pixels(y), "text", text_field("label"))));
    y -= kLineLabel;
  }
}

}  // namespace

Json bars_spec(const ChartRequest& request) {
  const Bars bars = measured_bars(request);
  Json spec = head(bars);
  Json& layers = spec["layer"];
  for (const Emphasis emphasis :
       {Emphasis::plain, Emphasis::planned, Emphasis::other, Emphasis::self, Emphasis::nation})
    add_bars(layers, bars, emphasis);
  add_values(layers, bars);
  add_missing(layers, bars);
  add_ranks(layers, bars);
  add_lines(layers, bars);
  for (const bool bold : {false, true}) add_names_over_bars(layers, bars, bold);
  return spec;
}

}  // namespace yokoten::chart
