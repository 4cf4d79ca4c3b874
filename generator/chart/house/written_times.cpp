#include "chart/house/written_times.h"

namespace yokoten::chart {
namespace {

// Times by the unit that they begin. A month tells its year: of years that begin in April all would
// be called alike.
Json time_forms(const ChartWords& words) {
  return object("year", words.year, "quarter", words.month, "month", words.month, "week", words.day,
                "date", words.day, "hours", "%H:%M", "minutes", "%H:%M");
}

bool says(const Json& object, const char* name) {
  const Json* value = object.find(name);
  return value != nullptr && !value->is_null();
}

bool has_word(const Json& object, const char* name, const char* word) {
  const Json* value = object.find(name);
  return value != nullptr && *value == word;
}

bool is_temporal(const Json& channel) { return has_word(channel, "type", "temporal"); }

/// `speaker` is what says `formatType` of the channel: its axis, or a text itself.
bool is_of_times(const Json& channel, const Json& speaker) {
  if (!channel.contains("field") && !channel.contains("datum")) return false;
  if (has_word(speaker, "formatType", "number")) return false;
  return is_temporal(channel) || has_word(speaker, "formatType", "time");
}

/// What a channel says itself before what the layers above say of it.
Json channel_below(const Json* above, const Json& own) {
  if (above == nullptr || !above->is_object() || !own.is_object()) return own;
  Json whole = *above;
  for (const auto& [name, value] : own.members()) whole[name] = value;
  return whole;
}

/// Visits each encoding with what stands above it, from the top down.
template <class Visit>
void visit_encodings(Json& node, const Json& above, const Visit& visit) {
  if (!node.is_object()) return;
  Json whole = above;
  if (node.contains("encoding") && node["encoding"].is_object()) {
    visit(node["encoding"], above);
    for (const auto& [name, channel] : node["encoding"].members())
      whole[name] = channel_below(above.find(name), channel);
  }
  if (node.contains("spec")) visit_encodings(node["spec"], whole, visit);
  if (!node.contains("layer") || !node["layer"].is_array()) return;
  Json& layers = node["layer"];
  for (std::size_t at = 0; at < layers.size(); ++at) visit_encodings(layers[at], whole, visit);
}

/// The axis of x or y, of which all layers together say how it writes times.
class AxisWriter {
 public:
  AxisWriter(const char* name, const ChartWords& words) : name_(name), words_(words) {}

  void write(Json& spec) {
    const Json nothing = Json::object();
    visit_encodings(spec, nothing, [&](Json& encoding, const Json&) { listen(encoding); });
    if (formed_) return;
    visit_encodings(spec, nothing,
                    [&](Json& encoding, const Json& above) { write(encoding, above); });
  }

 private:
  void listen(const Json& encoding) {
    const Json* channel = encoding.find(name_);
    const Json* axis = channel == nullptr ? nullptr : channel->find("axis");
    if (axis == nullptr) return;
    absent_ = absent_ || axis->is_null();
    formed_ = formed_ || says(*axis, "format") || says(*axis, "labelExpr");
  }

  void write(Json& encoding, const Json& above) const {
    const Json* own = encoding.find(name_);
    if (own == nullptr || !own->is_object() || own->contains("value")) return;
    const Json whole = channel_below(above.find(name_), *own);
    const Json* told = whole.find("axis");
    if (told != nullptr && (!told->is_object() || says(*told, "format"))) return;
    Json axis = told == nullptr ? Json::object() : *told;
    // A format alone would bring back the axis that another layer leaves out.
    if (!is_of_times(whole, axis) || (absent_ && axis.empty())) return;
    axis["format"] = is_temporal(whole) ? time_forms(words_) : Json(words_.date);
    encoding[name_]["axis"] = std::move(axis);
  }

  const char* name_;
  const ChartWords& words_;
  bool formed_ = false, absent_ = false;
};

void write_text(Json& channel, const Json* above, const ChartWords& words) {
  if (channel.is_array())
    for (std::size_t at = 0; at < channel.size(); ++at) write_text(channel[at], nullptr, words);
  if (!channel.is_object() || channel.contains("value")) return;
  const Json whole = channel_below(above, channel);
  if (is_of_times(whole, whole) && !says(whole, "format")) channel["format"] = words.date;
}

}  // namespace

void write_times(Json& spec, const ChartWords& words) {
  for (const char* name : {"x", "y"}) AxisWriter(name, words).write(spec);
  visit_encodings(spec, Json::object(), [&](Json& encoding, const Json& above) {
    for (const char* name : {"text", "tooltip", "description"})
      if (encoding.contains(name)) write_text(encoding[name], above.find(name), words);
  });
}

bool shows_times(const Json& spec) {
  if (is_temporal(spec) || has_word(spec, "formatType", "time")) return true;
  for (const auto& [name, child] : spec.members())
    if (name != "data" && name != "datasets" && shows_times(child)) return true;
  for (const Json& child : spec)
    if (shows_times(child)) return true;
  return false;
}

}  // namespace yokoten::chart
