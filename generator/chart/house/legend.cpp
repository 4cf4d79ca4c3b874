#include "chart/house/legend.h"

#include <vector>

#include "base/html_text.h"
#include "chart/scene/paths.h"
#include "chart/svg/classes.h"
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

std::vector<Key> keys_of(const Group& legend) {
  std::vector<const Item*> symbols, labels;
  Kind kind = Kind::symbol;
  collect(legend, "legend-symbol", symbols, &kind);
  collect(legend, "legend-label", labels, nullptr);
  std::vector<Key> keys;
  for (std::size_t i = 0; i < symbols.size() && i < labels.size(); ++i) {
    if (!keys.empty() && keys.back().symbol->look == symbols[i]->look)
      keys.back().words += dot_before(labels[i]->text) + labels[i]->text;
    else
      keys.push_back({symbols[i], kind, labels[i]->text});
  }
  return keys;
}

void append_swatch(std::string& out, const Key& key) {
  const Item& symbol = *key.symbol;
  const Dress dress = dress_of(symbol, key.kind);
  Xml svg(out, 2);
  svg.open("svg").number("width", kSwatch).number("height", kSwatch);
  svg.attribute("aria-hidden", "true").content().open("path");
  svg.raw(" transform=\"translate(8,8)\"").path(symbol, Kind::symbol, 0);
  if (!dress.classes.empty()) svg.attribute("class", dress.classes);
  if (dress.fill) svg.attribute("fill", symbol.look.fill);
  if (dress.stroke) svg.attribute("stroke", symbol.look.stroke);
  svg.end().close("svg");
}

std::string list_of(const Group& legend) {
  std::string out;
  for (const Key& key : keys_of(legend)) {
    out += "<li>";
    append_swatch(out, key);
    out += html_text(key.words) + "</li>";
  }
  return out.empty() ? out : "<ul class=\"keys\">" + out + "</ul>";
}

}  // namespace

std::string legend_html(const Scene& scene) {
  std::string out;
  for (const Group& group : scene.root.before)
    if (group.role == "legend") out += list_of(group);
  return out;
}

}  // namespace yokoten::chart
