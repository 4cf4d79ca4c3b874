#include <fmt/format.h>

#include "chart/spec/data_parts.h"
#include "chart/spec/field.h"
#include "chart/spec/values.h"
#include "model/report.h"

namespace yokoten::chart {
namespace {

struct Format {
  bool topojson = false;
  const Json* property = nullptr;
  const Json* feature = nullptr;
  const Json* mesh = nullptr;
  const Json* parse = nullptr;
};

struct Draft {
  const Json* values = nullptr;
  const Json* name = nullptr;
  Format format;
};

void take_string(Reading& reading, const Json& json, const Json*& into) {
  if (!json.is_string()) refuse_value(reading, json, "string");
  into = &json;
}

void take_kind(Reading& reading, const Json& json, Format& format) {
  constexpr static std::string_view kKinds[] = {"json", "topojson"};
  if (const auto at = take_word(reading, json, kKinds)) format.topojson = *at == 1;
}

// Fields with a date are read as dates anyway; other conversions are left out.
void take_parse(Reading& reading, const Json& json, Format& format) {
  format.parse = &json;
  if (json.is_null()) return;
  if (!is_object(reading, json)) return;
  for (const auto& item : json.members()) {
    const Inside here(reading, item.first);
    if (item.second != "date") return refuse_value(reading, item.second, "\"date\"");
  }
}

constexpr Property<Format> kJson[] = {
    {"type", take_kind},
    {"parse", take_parse},
    {"property", [](Reading& r, const Json& j, Format& f) { take_string(r, j, f.property); }}};
constexpr Property<Format> kTopojson[] = {
    {"type", take_kind},
    {"parse", take_parse},
    {"feature", [](Reading& r, const Json& j, Format& f) { take_string(r, j, f.feature); }},
    {"mesh", [](Reading& r, const Json& j, Format& f) { take_string(r, j, f.mesh); }}};

void take_format(Reading& reading, const Json& json, Draft& draft) {
  const Json* type = find(json, "type");
  if (type && *type == "topojson")
    take_object(reading, json, draft.format, {kTopojson});
  else
    take_object(reading, json, draft.format, {kJson});
  if (draft.format.topojson && (draft.format.feature != nullptr) == (draft.format.mesh != nullptr))
    reading.refuse(
        {"feature か mesh のどちらか一つが要ります", "exactly one of feature and mesh is needed"});
}

constexpr Property<Draft> kData[] = {
    {"values", [](Reading&, const Json& j, Draft& d) { d.values = &j; }},
    {"name", [](Reading& r, const Json& j, Draft& d) { take_string(r, j, d.name); }},
    {"format", take_format}};

// Plain values become rows with one field, `data`, as in Vega.
void wrap_values(const Json& values, DataSpec& data) {
  auto rows = std::make_shared<Json>(Json::array());
  rows->reserve(values.size());
  for (const Json& value : values) {
    Json row = Json::object();
    put(row, "data", value);
    rows->push_back(std::move(row));
  }
  data.made = std::move(rows);
  data.rows = data.made.get();
}

void take_rows(Reading& reading, const Json& values, DataSpec& data) {
  data.pointer = reading.pointer();
  data.rows = &values;
  const bool array = take_items(reading, values, [&](const Json& row) {
    if (!row.is_like(values[0]) || row.is_null() || row.is_array())
      refuse_value(reading, row, "rows {…}, all alike");
  });
  if (!array)
    return reading.refuse(
        {"行の配列が要ります。GeoJSON なら format.property に \"features\" と書いてください",
         "an array of rows is needed; for GeoJSON say \"features\" in "
         "format.property"});
  if (!reading.failed() && !values.empty() && !values[0].is_object()) wrap_values(values, data);
}

// Standing at the values; goes down to the property that holds the rows.
void take_rows_at(Reading& reading, const Json& values, std::span<const std::string> steps,
                  DataSpec& data) {
  if (steps.empty()) return take_rows(reading, values, data);
  const Json* inner = find(values, steps[0]);
  if (!inner)
    return reading.refuse({fmt::format("format.property の「{}」がありません", steps[0]),
                           fmt::format("there is no '{}' that format.property names", steps[0])});
  const Inside here(reading, steps[0]);
  take_rows_at(reading, *inner, steps.subspan(1), data);
}

void take_topology(Reading& reading, const Json& values, const Format& format, DataSpec& data) {
  data.pointer = reading.pointer();
  data.mesh = format.mesh != nullptr;
  data.feature = (data.mesh ? format.mesh : format.feature)->text();
  const Json* objects = find(values, "objects");
  if (!objects || !objects->is_object())
    return reading.refuse({"TopoJSON（objects を持つもの）ではありません",
                           "this is no TopoJSON (an object with objects)"});
  data.topology = &values;
  if (find(*objects, data.feature)) return;
  std::vector<std::string> names;
  for (const auto& item : objects->members()) names.emplace_back(item.first);
  reading.refuse(with_nearest({fmt::format("objects に「{}」がありません", data.feature),
                               fmt::format("objects has no '{}'", data.feature)},
                              data.feature, names));
}

void take_values_as(Reading& reading, const Json& values, const Format& format, DataSpec& data) {
  if (format.topojson) return take_topology(reading, values, format, data);
  std::vector<std::string> steps;
  if (format.property) {
    auto found = field_steps(format.property->text());
    if (!found) return refuse_value(reading, *format.property, "name of a property");
    steps = std::move(*found);
  }
  take_rows_at(reading, values, steps, data);
}

void refuse_unknown_name(Reading& reading, std::string_view name, const Json* datasets) {
  std::vector<std::string> names;
  if (datasets)
    for (const auto& item : datasets->members()) names.emplace_back(item.first);
  reading.refuse_at("name", with_nearest({fmt::format("datasets に「{}」がありません", name),
                                          fmt::format("datasets has no '{}'", name)},
                                         name, names));
}

}  // namespace

void take_data(Reading& reading, const Json& json, const Json* datasets, DataSpec& data) {
  data = {};
  if (json.is_null()) {
    data.pointer = reading.pointer();
    return;
  }
  Draft draft;
  take_object(reading, json, draft, {kData});
  if (reading.failed()) return;
  data.parse = draft.format.parse;
  if (draft.values) {
    const Inside here(reading, "values");
    return take_values_as(reading, *draft.values, draft.format, data);
  }
  if (!draft.name) return reading.refuse({"values か name が要ります", "values or name is needed"});
  const auto& name = draft.name->text();
  const Json* named = datasets ? find(*datasets, name) : nullptr;
  if (!named) return refuse_unknown_name(reading, name, datasets);
  Reading there;
  const Inside all(there, "datasets");
  const Inside one(there, name);
  take_values_as(there, *named, draft.format, data);
  if (there.failed()) reading.refuse_there(there.problem().pointer, there.problem().message);
}

}  // namespace yokoten::chart
