#include "chart/house/spec_parts.h"
#include "chart/house/specs.h"

namespace yokoten::chart {
namespace {

bool is_single(const Json& spec) { return spec.contains("mark") || spec.contains("layer"); }

Json look() {
  Json config = house_config();
  put(config, "mark", object("color", colour(Ink::bar)));
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
  if (!spec.contains("config")) put(spec, "config", look());
  if (!spec.contains("width") && is_single(spec)) put(spec, "width", "container");
  return spec;
}

}  // namespace yokoten::chart
