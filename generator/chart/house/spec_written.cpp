#include "chart/house/spec_parts.h"
#include "chart/house/specs.h"

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

// Times by the unit that they begin, in the language of the page. A month tells its year: of years
// that begin in April all would be called alike.
Json time_forms(const ChartWords& words) {
  return object("year", words.year, "quarter", words.month, "month", words.month, "week", words.day,
                "date", words.day, "hours", "%H:%M", "minutes", "%H:%M");
}

bool is_of_times(const Json& channel) {
  const Json* type = channel.find("type");
  return type != nullptr && *type == "temporal" &&
         (channel.contains("field") || channel.contains("datum"));
}

bool says(const Json& object, const char* name) {
  const Json* value = object.find(name);
  return value != nullptr && !value->is_null();
}

/// Puts forms of times into all encodings that say nothing of them.
class TimeWriter {
 public:
  explicit TimeWriter(const ChartWords& words) : words_(words) {}

  void write(Json& node) const {
    if (node.contains("encoding")) write_encoding(node["encoding"]);
    if (node.contains("spec")) write(node["spec"]);
    if (!node.contains("layer") || !node["layer"].is_array()) return;
    Json& layers = node["layer"];
    for (std::size_t at = 0; at < layers.size(); ++at)
      if (layers[at].is_object()) write(layers[at]);
  }

 private:
  void write_encoding(Json& encoding) const {
    if (!encoding.is_object()) return;
    for (const char* name : {"x", "y"})
      if (encoding.contains(name)) write_axis(encoding[name]);
    for (const char* name : {"text", "tooltip"})
      if (encoding.contains(name)) write_text(encoding[name]);
  }

  void write_axis(Json& channel) const {
    if (!is_of_times(channel)) return;
    const Json* axis = channel.find("axis");
    if (axis != nullptr && !axis->is_object()) return;
    if (axis != nullptr &&
        (says(*axis, "format") || says(*axis, "formatType") || says(*axis, "labelExpr")))
      return;
    channel["axis"]["format"] = time_forms(words_);
  }

  void write_text(Json& channel) const {
    if (channel.is_array())
      for (std::size_t at = 0; at < channel.size(); ++at) write_text(channel[at]);
    else if (is_of_times(channel) && !says(channel, "format") && !says(channel, "formatType"))
      channel["format"] = words_.date;
  }

  const ChartWords& words_;
};

// Layers share one axis: where one of them says how it writes times, the others are silent.
bool writes_times(const Json& node) {
  if (node.is_object())
    if (const Json* axis = node.find("axis"); axis != nullptr && axis->is_object())
      if (is_of_times(node) && (says(*axis, "format") || says(*axis, "labelExpr"))) return true;
  if (node.is_object())
    for (const auto& [name, child] : node.members())
      if (name != "data" && name != "datasets" && writes_times(child)) return true;
  for (const Json& child : node.items())
    if (writes_times(child)) return true;
  return false;
}

}  // namespace

Json written_spec(const ChartRequest& request) {
  Json spec = Json::parse(request.spec);
  if (!spec.is_object()) return spec;
  if (!spec.contains("title") && !request.title.empty()) put(spec, "title", title_of(request));
  if (!spec.contains("name") && !request.id.empty()) put(spec, "name", spec_name(request.id));
  if (!writes_times(spec)) TimeWriter(request.words).write(spec);
  if (!request.description.empty()) spec["description"] = request.description;
  const Json* config = spec.find("config");
  const Json house = look(is_single(spec));
  spec["config"] = config == nullptr ? house : merged(house, *config);
  if (!spec.contains("width") && is_single(spec)) put(spec, "width", "container");
  return spec;
}

}  // namespace yokoten::chart
