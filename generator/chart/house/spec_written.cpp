#include "chart/house/spec_parts.h"
#include "chart/house/specs.h"
#include "chart/house/written_times.h"

namespace yokoten::chart {
namespace {

// Facets are several plots: none of them can be as wide as its container.
bool is_single(const Json& spec) {
  if (!spec.contains("mark") && !spec.contains("layer")) return false;
  const Json* encoding = spec.find("encoding");
  return encoding == nullptr || (!encoding->contains("row") && !encoding->contains("column"));
}

// Colours of series: each stands off white and dark pages by 3:1 and more, and stays there.
Json series_colours() {
  return list("#3460FB", "#C74700", "#00838F", "#A04EBF", "#7A7A00", "#D6336C", "#757575",
              "#008A1C", "#96592A", "#5B7FA6");
}

// The room of an axis ends nowhere: names that are longer would be printed through its title.
constexpr double kMostExtent = 2000;  // px

Json look(bool single) {
  Json config = house_config();
  put(config["axis"], "maxExtent", kMostExtent);
  put(config, "mark", object("color", colour(Ink::bar)));
  put(config, "rule", object("color", colour(Ink::text)));
  put(config, "range", object("category", series_colours()));
  if (!single) put(config, "header", object("labelFontSize", 14, "titleFontSize", 14));
  return config;
}

// What the author says goes before what the house says, property by property.
Json merged(Json ours, const Json& theirs) {
  if (!ours.is_object() || !theirs.is_object()) return theirs;
  for (const auto& [name, value] : theirs.members()) {
    const Json* known = ours.find(name);
    ours[name] = known == nullptr ? value : merged(*known, value);
  }
  return ours;
}

}  // namespace

Json written_spec(const ChartRequest& request, JsonMistake& mistake) {
  Json spec = Json::parse(request.spec, mistake);
  if (!spec.is_object()) return spec;
  if (!spec.contains("title") && !request.title.empty()) put(spec, "title", title_of(request));
  if (!spec.contains("name") && !request.id.empty()) put(spec, "name", spec_name(request.id));
  write_times(spec, request.words);
  if (!request.description.empty()) spec["description"] = request.description;
  const Json* config = spec.find("config");
  Json house = look(is_single(spec));
  if (shows_times(spec)) put(house, "timeFormat", request.words.date);
  spec["config"] = config == nullptr ? house : merged(house, *config);
  if (!spec.contains("width") && is_single(spec)) put(spec, "width", "container");
  return spec;
}

}  // namespace yokoten::chart
