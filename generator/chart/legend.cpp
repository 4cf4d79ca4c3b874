#include "chart/legend.h"

#include <algorithm>

#include "base/html_text.h"
#include "chart/classes.h"
#include "chart/number_text.h"
#include "chart/svg.h"

namespace yokoten {
namespace {

std::string limit_text(double limit) {
  std::string plain;
  append_coordinate(plain, limit);
  const std::size_t point = plain.find('.');
  const auto decimals = point == std::string::npos ? 0 : plain.size() - point - 1;
  return grouped_number(limit, static_cast<int>(decimals));
}

// Classes from the highest down: 10以上, 8–10未満, 4未満.
std::string class_words(const std::vector<double>& limits, std::size_t step) {
  if (limits.empty()) return "";
  if (step == limits.size()) return limit_text(limits.back()) + "以上";
  const std::string below = limit_text(limits[step]) + "未満";
  return step == 0 ? below : limit_text(limits[step - 1]) + "–" + below;
}

int rows_with(const LayerSpec& layer, Ink ink) {
  return static_cast<int>(
      std::count_if(layer.rows->begin(), layer.rows->end(),
                    [&](const Json& row) { return ink_of_row(layer, row) == ink; }));
}

void add_classes(Legend& legend, const LayerSpec& layer) {
  const ColorSpec& color = layer.encoding.color;
  legend.counts = true;
  for (std::size_t step = color.range.size(); step-- > 0;)
    legend.keys.push_back({cell_class({}, color.range[step]), class_words(color.limits, step),
                           rows_with(layer, color.range[step])});
}

// Parts that share a colour share a key.
void add_names(Legend& legend, const LayerSpec& layer) {
  const ColorSpec& color = layer.encoding.color;
  for (std::size_t i = 0; i < color.names.size(); ++i) {
    const std::string css = cell_class({}, color.range[i]);
    if (!legend.keys.empty() && legend.keys.back().css == css)
      legend.keys.back().words += "・" + color.names[i];
    else
      legend.keys.push_back({css, color.names[i], 0});
  }
}

// Tiles without a value stand in a layer of their own in the colour of what is not known.
void add_missing(Legend& legend, const ChartSpec& spec) {
  for (const LayerSpec& layer : spec.layers) {
    const MarkSpec& mark = layer.mark;
    if (mark.type == MarkType::rect && mark.color == Ink::line && !layer.rows->empty())
      legend.keys.push_back({"late", "値なし", static_cast<int>(layer.rows->size())});
  }
}

void append_key_swatch(std::string& out, const LegendKey& key, bool tile) {
  Svg svg(out);
  svg.begin("svg");
  if (tile) svg.attribute("class", "k");
  svg.number("width", tile ? 24 : 16).number("height", tile ? 20 : 16);
  svg.attribute("aria-hidden", "true").content();
  svg.begin("rect").attribute("class", tile ? key.css : key.css + " ax");
  svg.number("width", tile ? 24 : 16).number("height", tile ? 20 : 16);
  if (tile) svg.number("rx", 4);
  svg.end().close("svg");
}

// The number of tiles as a bar; 65 % leave room for the number.
void append_count(std::string& out, int count, int most) {
  const double share = most > 0 ? 65.0 * count / most : 0;
  Svg svg(out);
  svg.begin("svg").attribute("width", "100%").number("height", 20).content();
  svg.begin("rect").attribute("class", "oth").number("y", 5).percent("width", share);
  svg.number("height", 10).end();
  svg.begin("text").percent("x", share).number("dx", 6).number("y", 15).content();
  svg.text(std::to_string(count)).close("text").close("svg");
}

int most_counted(const Legend& legend) {
  int most = 0;
  for (const LegendKey& key : legend.keys) most = std::max(most, key.count);
  return most;
}

}  // namespace

Legend legend_of(const ChartSpec& spec) {
  Legend legend;
  for (const LayerSpec& layer : spec.layers) {
    const ColorSpec& color = layer.encoding.color;
    if (!color.legend || !legend.keys.empty()) continue;
    legend.title = color.legend_title;
    color.limits.empty() ? add_names(legend, layer) : add_classes(legend, layer);
    if (legend.counts) add_missing(legend, spec);
  }
  return legend;
}

std::string legend_html(const Legend& legend) {
  std::string out = legend.counts ? "<ul class=\"legend\">" : "<ul class=\"keys\">";
  if (legend.counts)
    out += "<li class=\"s\"><span></span><span>" + html_text(legend.title) +
           "</span><span>都道府県の数</span></li>";
  for (const LegendKey& key : legend.keys) {
    out += "<li>";
    append_key_swatch(out, key, legend.counts);
    out += legend.counts ? "<span>" + html_text(key.words) + "</span>" : html_text(key.words);
    if (legend.counts) append_count(out, key.count, most_counted(legend));
    out += "</li>";
  }
  return out + "</ul>";
}

std::string legend_svg(const Legend& legend, double top) {
  std::string out;
  Svg svg(out);
  for (const LegendKey& key : legend.keys) {
    // A group of its own: text beside a class would take the colour of text on it.
    svg.begin("g").content();
    svg.begin("rect").attribute("class", key.css).number("y", top);
    svg.number("width", 16).number("height", 16).end().close("g");
    svg.begin("text").number("x", 24).number("y", top + 13).content().text(key.words);
    svg.close("text");
    top += kLegendLine;
  }
  return out;
}

}  // namespace yokoten
