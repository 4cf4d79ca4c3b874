#include "chart/house/legend.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/html_text.h"
#include "chart/scene/paths.h"
#include "chart/svg/classes.h"
#include "chart/svg/write.h"
#include "chart/svg/xml.h"

namespace yokoten::chart {
namespace {

constexpr double kSwatch = 16;

struct Key {
  const Item* symbol = nullptr;
  Kind kind = Kind::rect;
  std::string words;
};

void collect(const Group& group, std::string_view role, std::vector<const Item*>& items,
             Kind* kind) {
  for (const Mark& mark : group.marks)
    if (mark.role == role)
      for (const Item& item : mark.items) {
        items.push_back(&item);
        if (kind) *kind = mark.kind;
      }
  for (const Group& inner : group.behind) collect(inner, role, items, kind);
  for (const Group& inner : group.before) collect(inner, role, items, kind);
}

// Between two names of one colour: 令和5年・令和6年; a comma before Latin letters and digits.
const char* dot_before(const std::string& name) {
  const bool is_wide = !name.empty() && static_cast<unsigned char>(name.front()) >= 0xE3;
  return is_wide ? "・" : ", ";
}

bool look_alike(const Item& a, const Item& b) {
  return a.look == b.look && a.size == b.size && a.shape == b.shape;
}

std::vector<Key> keys_of(const Group& legend) {
  std::vector<const Item*> symbols, labels;
  Kind kind = Kind::symbol;
  collect(legend, "legend-symbol", symbols, &kind);
  collect(legend, "legend-label", labels, nullptr);
  std::vector<Key> keys;
  for (std::size_t i = 0; i < symbols.size() && i < labels.size(); ++i) {
    if (!keys.empty() && look_alike(*keys.back().symbol, *symbols[i]))
      keys.back().words += dot_before(labels[i]->text) + labels[i]->text;
    else
      keys.push_back({symbols[i], kind, labels[i]->text});
  }
  return keys;
}

// All swatches of a legend are as large as its largest symbol needs.
double swatch_size(const std::vector<Key>& keys) {
  double size = kSwatch;
  for (const Key& key : keys) size = std::max(size, std::ceil(std::sqrt(key.symbol->size)) + 2);
  return size;
}

void append_opacity(Xml& svg, const Look& look) {
  if (look.opacity != 1) svg.number("opacity", look.opacity);
  if (look.fill_opacity != 1) svg.number("fill-opacity", look.fill_opacity);
  if (look.stroke_opacity != 1) svg.number("stroke-opacity", look.stroke_opacity);
}

void append_swatch(std::string& out, const Key& key, const KeptColours& kept, double size) {
  const Item& symbol = *key.symbol;
  const Dress dress = dress_of(symbol, key.kind, kept);
  Xml svg(out, 2);
  svg.open("svg").number("width", size).number("height", size);
  svg.attribute("aria-hidden", "true").content().open("path");
  svg.raw(" transform=\"translate(").append(size / 2).raw(",").append(size / 2).raw(")\"");
  svg.path(symbol, Kind::symbol, 0);
  if (!dress.classes.empty()) svg.attribute("class", dress.classes);
  if (dress.fill) svg.attribute("fill", symbol.look.fill);
  if (dress.stroke) svg.attribute("stroke", symbol.look.stroke);
  if (dress.opacity) append_opacity(svg, symbol.look);
  svg.end().close("svg");
}

std::string list_of(const Group& legend, const KeptColours& kept) {
  std::string out;
  const std::vector<Key> keys = keys_of(legend);
  const double size = swatch_size(keys);
  for (const Key& key : keys) {
    out += "<li>";
    append_swatch(out, key, kept, size);
    out += html_text(key.words) + "</li>";
  }
  return out.empty() ? out : "<ul class=\"keys\">" + out + "</ul>";
}

// Colours that run or follow one another along a bar, with the numbers beside it.
std::string ramp_of(const Group& legend) {
  for (const Group& entries : legend.behind)
    for (const Mark& mark : entries.marks)
      if (mark.role == "legend-gradient" || mark.role == "legend-band")
        return "<div class=\"keys\">" + still_svg(entries) + "</div>";
  return "";
}

std::string heading_of(const Group& legend) {
  for (const Mark& mark : legend.marks)
    for (const Item& item : mark.items)
      if (!item.text.empty()) return "<p class=\"keys-of\">" + html_text(item.text) + "</p>";
  return "";
}

std::string html_of(const Group& legend, const KeptColours& kept) {
  const std::string ramp = ramp_of(legend);
  const std::string keys = ramp.empty() ? list_of(legend, kept) : ramp;
  return keys.empty() ? keys : heading_of(legend) + keys;
}

}  // namespace

std::string legend_html(const Scene& scene) {
  std::string out;
  const KeptColours kept = kept_colours(scene);
  for (const Group& group : scene.root.before)
    if (group.role == "legend") out += html_of(group, kept);
  return out;
}

}  // namespace yokoten::chart
