#include "chart/read_spec.h"

#include "chart/check_spec.h"
#include "chart/read_parts.h"

namespace yokoten {
namespace {

// What the parts say before they can be put together: shared data and encoding go to every layer.
struct Draft {
  ChartSpec spec;
  EncodingSpec shared;
  const Json* rows = nullptr;
  const Json* layers = nullptr;
  const Json* mark = nullptr;
};

const Json& no_rows() {
  static const Json none = Json::array();
  return none;
}

void take_rows(Reading& reading, const Json& json, const Json*& rows) {
  rows = &json;
  if (!json.is_array()) return refuse_value(reading, json, "[…]");
  for (std::size_t i = 0; i < json.size() && !reading.failed(); ++i) {
    reading.enter(i);
    is_object(reading, json[i]);
    reading.leave();
  }
}

constexpr Property<const Json*> kData[] = {{"values", take_rows}};

void take_data(Reading& reading, const Json& json, const Json*& rows) {
  take_object(reading, json, rows, kData);
}

constexpr Property<SizeSpec> kStep[] = {
    {"step", [](Reading& r, const Json& j, SizeSpec& s) { take_number(r, j, s.step); }}};

void take_size(Reading& reading, const Json& json, SizeSpec& size) {
  if (json.is_object())
    take_object(reading, json, size, kStep);
  else if (json == "container")
    size.container = true;
  else
    take_number(reading, json, size.pixels);
}

constexpr Property<PaddingSpec> kPadding[] = {
    {"left", [](Reading& r, const Json& j, PaddingSpec& p) { take_number(r, j, p.left); }},
    {"top", [](Reading& r, const Json& j, PaddingSpec& p) { take_number(r, j, p.top); }},
    {"right", [](Reading& r, const Json& j, PaddingSpec& p) { take_number(r, j, p.right); }},
    {"bottom", [](Reading& r, const Json& j, PaddingSpec& p) { take_number(r, j, p.bottom); }}};

void take_padding(Reading& reading, const Json& json, Draft& draft) {
  if (json.is_object()) return take_object(reading, json, draft.spec.padding, kPadding);
  double all = 0;
  take_number(reading, json, all);
  draft.spec.padding = {all, all, all, all};
}

constexpr Property<ChartSpec> kNarrow[] = {
    {"x", [](Reading& r, const Json& j, ChartSpec& s) { take_text(r, j, s.narrow_x); }},
    {"y", [](Reading& r, const Json& j, ChartSpec& s) { take_text(r, j, s.narrow_y); }}};

constexpr Property<ChartSpec> kHouse[] = {
    {"narrow", [](Reading& r, const Json& j, ChartSpec& s) { take_object(r, j, s, kNarrow); }},
    {"strong", [](Reading& r, const Json& j, ChartSpec& s) { take_text(r, j, s.strong); }}};

constexpr Property<ChartSpec> kMeta[] = {
    {"yokoten", [](Reading& r, const Json& j, ChartSpec& s) { take_object(r, j, s, kHouse); }}};

void take_schema(Reading& reading, const Json& json, Draft&) {
  take_word(reading, json, "https://vega.github.io/schema/vega-lite/v6.json");
}

// The name becomes part of identifiers in SVG.
void take_name(Reading& reading, const Json& json, Draft& draft) {
  take_text(reading, json, draft.spec.name);
  if (draft.spec.name.find_first_of(" \t\n\"'()<>&#\\") != std::string::npos)
    refuse_value(reading, json, "a word without spaces, quotes and brackets");
}

constexpr Property<Draft> kSpec[] = {
    {"$schema", take_schema},
    {"name", take_name},
    {"title", [](Reading& r, const Json& j, Draft& d) { take_text(r, j, d.spec.title); }},
    {"description",
     [](Reading& r, const Json& j, Draft& d) { take_text(r, j, d.spec.description); }},
    {"width", [](Reading& r, const Json& j, Draft& d) { take_size(r, j, d.spec.width); }},
    {"height", [](Reading& r, const Json& j, Draft& d) { take_size(r, j, d.spec.height); }},
    {"padding", take_padding},
    {"usermeta", [](Reading& r, const Json& j, Draft& d) { take_object(r, j, d.spec, kMeta); }},
    {"config", [](Reading& r, const Json& j, Draft&) { take_config(r, j); }},
    {"data", [](Reading& r, const Json& j, Draft& d) { take_data(r, j, d.rows); }},
    {"encoding", [](Reading& r, const Json& j, Draft& d) { take_encoding(r, j, d.shared); }},
    {"layer", [](Reading&, const Json& j, Draft& d) { d.layers = &j; }},
    {"mark", [](Reading&, const Json& j, Draft& d) { d.mark = &j; }},
};

// One entry of `layer`: a mark, or a group of marks on the same data.
struct Entry {
  LayerSpec layer;
  const Json* group = nullptr;
  const Json* mark = nullptr;
};

void take_entry_mark(Reading& reading, const Json& json, Entry& entry) {
  entry.mark = &json;
  take_mark(reading, json, entry.layer.mark);
}

constexpr Property<Entry> kEntry[] = {
    {"data", [](Reading& r, const Json& j, Entry& e) { take_data(r, j, e.layer.rows); }},
    {"mark", take_entry_mark},
    {"encoding",
     [](Reading& r, const Json& j, Entry& e) { take_encoding(r, j, e.layer.encoding); }},
    {"layer", [](Reading&, const Json& j, Entry& e) { e.group = &j; }},
};

void take_layers(Reading& reading, const Json& layers, const LayerSpec& shared, ChartSpec& spec,
                 bool inner);

void take_entry(Reading& reading, const Json& json, const LayerSpec& shared, ChartSpec& spec,
                bool inner) {
  Entry entry{shared};
  take_object(reading, json, entry, kEntry);
  if (reading.failed()) return;
  if ((entry.mark != nullptr) == (entry.group != nullptr) || (entry.group && inner))
    return reading.refuse({"mark か一段だけの layer のどちらか一つが要ります",
                           "exactly one of mark and layer (one level deep) is needed"});
  if (!entry.group) {
    check_mark(reading, *entry.mark, entry.layer);
    if (!reading.failed()) check_encoding(reading, entry.layer);
    spec.layers.push_back(std::move(entry.layer));
    return;
  }
  reading.enter("layer");
  take_layers(reading, *entry.group, entry.layer, spec, true);
  reading.leave();
}

void take_layers(Reading& reading, const Json& layers, const LayerSpec& shared, ChartSpec& spec,
                 bool inner) {
  if (!layers.is_array() || layers.empty()) return refuse_value(reading, layers, "[{…}, …]");
  for (std::size_t i = 0; i < layers.size() && !reading.failed(); ++i) {
    reading.enter(i);
    take_entry(reading, layers[i], shared, spec, inner);
    reading.leave();
  }
}

// Layers come last, whatever the order in the file: they start from what is shared.
void take_marks(Reading& reading, Draft& draft) {
  const bool layered = draft.layers != nullptr;
  if (layered == (draft.mark != nullptr))
    return reading.refuse(
        {"mark か layer のどちらか一つが要ります", "exactly one of mark and layer is needed"});
  LayerSpec shared;
  shared.encoding = draft.shared;
  shared.rows = draft.rows ? draft.rows : &no_rows();
  reading.enter(layered ? "layer" : "mark");
  if (layered) {
    take_layers(reading, *draft.layers, shared, draft.spec, false);
  } else {
    take_mark(reading, *draft.mark, shared.mark);
    if (!reading.failed()) check_encoding(reading, shared);
    draft.spec.layers.push_back(std::move(shared));
  }
  reading.leave();
}

}  // namespace

std::variant<ChartSpec, SpecProblem> read_spec(const Json& json) {
  Reading reading;
  Draft draft;
  take_object(reading, json, draft, kSpec);
  if (!reading.failed()) take_marks(reading, draft);
  if (!reading.failed()) check_sizes(reading, draft.spec);
  if (reading.failed()) return reading.problem();
  return std::move(draft.spec);
}

}  // namespace yokoten
