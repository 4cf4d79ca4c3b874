#include "chart/spec/top_parts.h"

#include <cctype>

#include "chart/spec/values.h"

namespace yokoten::chart {
namespace {

void take_step(Reading& reading, const Json& json, double& into) {
  Number step;
  take_number(reading, json, step, 1, kLongestStep);
  into = step.value_or(0);
}

constexpr Property<SizeSpec> kStep[] = {
    {"step", [](Reading& r, const Json& j, SizeSpec& s) { take_step(r, j, s.step); }}};

void take_size(Reading& reading, const Json& json, std::string_view words, SizeSpec& size) {
  size.written = true;
  if (json.is_object()) {
    take_object(reading, json, size, {kStep});
    if (size.step == 0) reading.refuse({"step が要ります", "step is needed"});
    return;
  }
  Number pixels;
  if (!json.is_number()) return refuse_value(reading, json, words);
  take_number(reading, json, pixels, 1, kLongestSide);
  size.pixels = pixels.value_or(0);
}

template <auto Member>
void side(Reading& reading, const Json& json, PaddingSpec& padding) {
  Number value;
  take_number(reading, json, value, 0, kLongestSide);
  padding.*Member = value.value_or(0);
}

constexpr Property<PaddingSpec> kPadding[] = {{"left", side<&PaddingSpec::left>},
                                              {"top", side<&PaddingSpec::top>},
                                              {"right", side<&PaddingSpec::right>},
                                              {"bottom", side<&PaddingSpec::bottom>}};

void take_autosize_type(Reading& reading, const Json& json, AutosizeSpec& autosize) {
  constexpr static std::string_view kTypes[] = {"pad", "fit", "fit-x", "fit-y", "none"};
  autosize.type_written = true;
  if (const auto at = take_word(reading, json, kTypes)) autosize.type = static_cast<Autosize>(*at);
}

constexpr Property<AutosizeSpec> kAutosize[] = {
    {"type", take_autosize_type},
    {"contains", [](Reading& r, const Json& j, AutosizeSpec& a) {
       constexpr static std::string_view kWords[] = {"content", "padding"};
       a.contains_written = true;
       if (const auto at = take_word(r, j, kWords)) a.contains_padding = *at == 1;
     }}};

struct Nothing {};

void take_shared(Reading& reading, const Json& json, Nothing&) {
  if (json != "shared") refuse_value(reading, json, "\"shared\"");
}
constexpr Property<Nothing> kGuides[] = {{"x", take_shared},
                                         {"y", take_shared},
                                         {"color", take_shared},
                                         {"opacity", take_shared},
                                         {"size", take_shared}};
constexpr Property<Nothing> kAxes[] = {{"x", take_shared}, {"y", take_shared}};
constexpr Property<Nothing> kLooks[] = {
    {"color", take_shared}, {"opacity", take_shared}, {"size", take_shared}};
constexpr Property<Nothing> kResolve[] = {
    {"scale", [](Reading& r, const Json& j, Nothing& n) { take_object(r, j, n, {kGuides}); }},
    {"axis", [](Reading& r, const Json& j, Nothing& n) { take_object(r, j, n, {kAxes}); }},
    {"legend", [](Reading& r, const Json& j, Nothing& n) { take_object(r, j, n, {kLooks}); }}};

constexpr Property<Spec> kGridSpacing[] = {
    {"row", [](Reading& r, const Json& j, Spec& s) { take_number(r, j, s.row.spacing, 0); }},
    {"column", [](Reading& r, const Json& j, Spec& s) { take_number(r, j, s.column.spacing, 0); }}};

}  // namespace

void take_width(Reading& reading, const Json& json, SizeSpec& size) {
  size.written = size.container = json == "container";
  if (!size.container) take_size(reading, json, "number, \"container\", {step}", size);
}

void take_height(Reading& reading, const Json& json, SizeSpec& size) {
  take_size(reading, json, "number, {step}", size);
}

void take_padding(Reading& reading, const Json& json, Spec& spec) {
  if (json.is_object()) {
    spec.padding = {0, 0, 0, 0};
    return take_object(reading, json, spec.padding, {kPadding});
  }
  Number all;
  take_number(reading, json, all, 0, kLongestSide);
  const double each = all.value_or(0);
  spec.padding = {each, each, each, each};
}

void take_autosize(Reading& reading, const Json& json, AutosizeSpec& autosize) {
  autosize.written = true;
  if (json.is_object()) return take_object(reading, json, autosize, {kAutosize});
  take_autosize_type(reading, json, autosize);
}

void take_schema(Reading& reading, const Json& json) {
  const std::string_view text = json.is_string() ? std::string_view(json.text()) : "";
  constexpr std::string_view base = "https://vega.github.io/schema/vega-lite/";
  const bool known =
      text.starts_with(base) && text.ends_with(".json") &&
      (text.substr(base.size()).starts_with("v5") || text.substr(base.size()).starts_with("v6"));
  const auto version = known ? text.substr(base.size() + 2, text.size() - base.size() - 7) : "x";
  const bool digits = version.find_first_not_of(".0123456789") == std::string_view::npos &&
                      (version.empty() || version[0] == '.');
  if (!digits)
    refuse_value(reading, json, "https://vega.github.io/schema/vega-lite/v6.json (v5, v6.1.0 …)");
}

// The name becomes part of identifiers in SVG and HTML.
void take_name(Reading& reading, const Json& json, std::string& name) {
  take_text(reading, json, name);
  const auto safe = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_';
  };
  bool good = !name.empty() && std::isalpha(static_cast<unsigned char>(name[0])) != 0;
  for (const char c : name) good = good && safe(c);
  if (!reading.failed() && !good)
    refuse_value(reading, json, "a letter a–z, then letters, digits, - and _");
}

void take_resolve(Reading& reading, const Json& json) {
  Nothing nothing;
  take_object(reading, json, nothing, {kResolve});
}

void take_spacing(Reading& reading, const Json& json, Spec& spec) {
  if (json.is_object()) return take_object(reading, json, spec, {kGridSpacing});
  Number both;
  take_number(reading, json, both, 0);
  spec.row.spacing = spec.column.spacing = both;
}

}  // namespace yokoten::chart
