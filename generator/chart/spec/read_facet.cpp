#include "chart/spec/channel_parts.h"
#include "chart/spec/field.h"
#include "chart/spec/guide_parts.h"
#include "chart/spec/values.h"

namespace yokoten::chart {
namespace {

using Facet = FacetSpec;

void take_header_of(Reading& reading, const Json& json, Facet& facet) {
  facet.header_null = json.is_null();
  if (!facet.header_null) take_header(reading, json, facet.header);
}

constexpr Property<Facet> kFacetChannel[] = {
    {"field", [](Reading& r, const Json& j, Facet& f) { take_field(r, j, f.field); }},
    {"type", [](Reading& r, const Json& j, Facet& f) { take_type(r, j, f.type); }},
    {"header", take_header_of},
    {"sort", [](Reading& r, const Json& j, Facet& f) { take_sort(r, j, false, f.sort); }},
    {"title", [](Reading& r, const Json& j, Facet& f) { take_title(r, j, f.title, f.title_null); }},
};
constexpr Property<Facet> kSpacing[] = {{"spacing", length<&Facet::spacing>}};

}  // namespace

void take_facet(Reading& reading, const Json& json, bool in_encoding, FacetSpec& facet) {
  facet.pointer = reading.pointer();
  facet.type = FieldType::nominal;
  if (in_encoding)
    take_object(reading, json, facet, {kFacetChannel, kSpacing});
  else
    take_object(reading, json, facet, {kFacetChannel});
  if (facet.field.steps.empty()) reading.refuse({"field が要ります", "field is needed"});
  if (reading.failed() || !facet.header.format) return;
  const Inside header(reading, "header");
  const Inside format(reading, "format");
  const auto& type = facet.header.format_type;
  check_format(reading, *facet.header.format,
               type ? *type == "time" : facet.type == FieldType::temporal);
}

}  // namespace yokoten::chart
