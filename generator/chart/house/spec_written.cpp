#include "chart/house/spec_parts.h"
#include "chart/house/specs.h"

namespace yokoten::chart {
namespace {

// Facets are several plots: none of them can be as wide as its container.
bool is_single(const Json& spec) {
  if (!spec.contains("mark") && !spec.contains("layer")) return false;
  const auto encoding = spec.find("encoding");
  if (encoding == spec.end() || !encoding->is_object()) return true;
  return !encoding->contains("row") && !encoding->contains("column");
}

Json look(bool single) {
  Json config = house_config();
  put(config, "mark", object("color", colour(Ink::bar)));
  if (!single) put(config, "header", object("labelFontSize", 14, "titleFontSize", 14));
  return config;
}

}  // namespace

Json written_spec(const ChartRequest& request) {
  Json spec = Json::parse(request.spec, nullptr, false);
  if (spec.is_discarded()) return Json();
  if (!spec.is_object()) return spec;
  if (!spec.contains("title") && !request.title.empty()) put(spec, "title", title_of(request));
  if (!spec.contains("name") && !request.id.empty()) put(spec, "name", spec_name(request.id));
  if (!request.description.empty()) spec["description"] = request.description;
  if (!spec.contains("config")) put(spec, "config", look(is_single(spec)));
  if (!spec.contains("width") && is_single(spec)) put(spec, "width", "container");
  return spec;
}

}  // namespace yokoten::chart
