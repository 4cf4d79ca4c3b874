#include "chart/spec/channel_form.h"

#include "chart/spec/date_time.h"

namespace yokoten::chart {

Form form_of(const Json& json) {
  Form form = Form::open;
  for (const auto& [name, value] : json.members()) {
    if (name == "field") return Form::field;
    if (name == "datum")
      form = Form::datum;
    else if (name == "value" && form == Form::open)
      form = Form::value;
  }
  return form;
}

bool begins_well(Reading& reading, const Json& json, Form form) {
  if (!is_object(reading, json)) return false;
  if (form == Form::field && json.size() > 1 && find(json, "datum")) {
    reading.refuse_at("datum", {"field と datum は一緒に書けません",
                                "field and datum cannot stand side by side"});
    return false;
  }
  return true;
}

void take_type(Reading& reading, const Json& json, FieldType& type) {
  constexpr static std::string_view kTypes[] = {"quantitative", "temporal", "ordinal", "nominal"};
  if (const auto at = take_word(reading, json, kTypes)) type = static_cast<FieldType>(*at + 1);
}

void take_datum(Reading& reading, const Json& json, const Json*& into) {
  if (json.is_object())
    check_date_time(reading, json);
  else if (!json.is_number() && !json.is_string() && !json.is_boolean())
    refuse_value(reading, json, "number, string, boolean, {year, month, …}");
  into = &json;
}

void take_string_value(Reading& reading, const Json& json, const Json*& into) {
  if (!json.is_string()) refuse_value(reading, json, "string");
  into = &json;
}

}  // namespace yokoten::chart
