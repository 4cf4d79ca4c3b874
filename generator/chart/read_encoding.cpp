#include "chart/read_parts.h"

namespace yokoten {
namespace {

struct FieldName {
  std::string field;
};

void take_any_type(Reading& reading, const Json& json, FieldName&) {
  if (json != "nominal" && json != "quantitative")
    refuse_value(reading, json, "nominal, quantitative");
}

void take_null(Reading& reading, const Json& json, FieldName&) {
  if (!json.is_null()) refuse_value(reading, json, "null");
}

// href and description: a field of texts. size: a field of numbers taken as they are.
constexpr Property<FieldName> kField[] = {
    {"field", [](Reading& r, const Json& j, FieldName& f) { take_text(r, j, f.field); }},
    {"type", take_any_type},
    {"scale", take_null},
    {"legend", take_null}};

void take_field(Reading& reading, const Json& json, std::string& into) {
  FieldName name;
  take_object(reading, json, name, kField);
  into = std::move(name.field);
}

constexpr Property<TextSpec> kText[] = {
    {"field",
     [](Reading& r, const Json& j, TextSpec& t) {
       t.from = From::field;
       take_text(r, j, t.field);
     }},
    {"value",
     [](Reading& r, const Json& j, TextSpec& t) {
       t.from = From::datum;
       take_text(r, j, t.value);
     }},
    {"type", [](Reading& r, const Json& j, TextSpec&) { take_word(r, j, "nominal"); }},
};

constexpr Property<EncodingSpec> kEncoding[] = {
    {"x", [](Reading& r, const Json& j, EncodingSpec& e) { take_position(r, j, e.x); }},
    {"y", [](Reading& r, const Json& j, EncodingSpec& e) { take_position(r, j, e.y); }},
    {"x2", [](Reading& r, const Json& j, EncodingSpec& e) { take_position(r, j, e.x2); }},
    {"y2", [](Reading& r, const Json& j, EncodingSpec& e) { take_position(r, j, e.y2); }},
    {"color", [](Reading& r, const Json& j, EncodingSpec& e) { take_color(r, j, e.color); }},
    {"text", [](Reading& r, const Json& j, EncodingSpec& e) { take_object(r, j, e.text, kText); }},
    {"href", [](Reading& r, const Json& j, EncodingSpec& e) { take_field(r, j, e.href); }},
    {"description",
     [](Reading& r, const Json& j, EncodingSpec& e) { take_field(r, j, e.description); }},
    {"size", [](Reading& r, const Json& j, EncodingSpec& e) { take_field(r, j, e.size); }},
};

}  // namespace

void take_encoding(Reading& reading, const Json& json, EncodingSpec& encoding) {
  take_object(reading, json, encoding, kEncoding);
}

}  // namespace yokoten
