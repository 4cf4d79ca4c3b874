#include "chart/spec/data_parts.h"
#include "chart/spec/values.h"

namespace yokoten::chart {
namespace {

using Projection = ProjectionSpec;
using Numbers = std::optional<std::vector<double>>;

void take_kind(Reading& reading, const Json& json, Projection& into) {
  constexpr static std::string_view kKinds[] = {"mercator", "conicConformal", "conicEqualArea",
                                                "conicEquidistant", "albers"};
  if (const auto at = take_word(reading, json, kKinds))
    into.type = static_cast<ProjectionType>(*at);
}

void take_numbers(Reading& reading, const Json& json, std::size_t least, std::size_t most,
                  Numbers& into) {
  into.emplace();
  const bool array = take_items(reading, json, [&](const Json& item) {
    Number value;
    take_number(reading, item, value);
    into->push_back(value.value_or(0));
  });
  if (array && into->size() >= least && into->size() <= most) return;
  refuse_value(reading, json, most == 2 ? "[number, number]" : "[number, number, number]");
}

template <auto Member, std::size_t most = 2>
void numbers(Reading& reading, const Json& json, Projection& into) {
  take_numbers(reading, json, 2, most, into.*Member);
}

constexpr Property<Projection> kProjection[] = {
    {"type", take_kind},
    {"scale",
     [](Reading& r, const Json& j, Projection& p) { take_number(r, j, p.scale, 0.001, 1e9); }},
    {"translate", numbers<&Projection::translate>},
    {"center", numbers<&Projection::center>},
    {"rotate", numbers<&Projection::rotate, 3>},
    {"parallels", numbers<&Projection::parallels>},
};

}  // namespace

void take_projection(Reading& reading, const Json& json, ProjectionSpec& projection) {
  projection = {};
  take_object(reading, json, projection, {kProjection});
  // Vega-Lite's own default is none of those that can be drawn.
  projection.written = json.is_object() && json.contains("type");
  if (!projection.written && !reading.failed())
    reading.refuse({"projection には type が要ります", "'projection' needs a type"});
  if (projection.parallels && projection.type == ProjectionType::mercator)
    reading.refuse_at("parallels", {"parallels は mercator では効きません",
                                    "'parallels' has no effect on mercator"});
}

}  // namespace yokoten::chart
