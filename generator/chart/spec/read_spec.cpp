#include <fmt/format.h>

#include <algorithm>

#include "chart/spec/channel_parts.h"
#include "chart/spec/checks.h"
#include "chart/spec/config_parts.h"
#include "chart/spec/data_parts.h"
#include "chart/spec/guide_parts.h"
#include "chart/spec/mark_parts.h"
#include "chart/spec/read.h"
#include "chart/spec/top_parts.h"
#include "chart/spec/values.h"

namespace yokoten::chart {
namespace {

constexpr std::size_t kDeepestLayer = 8;  // layers in layers

// The parts from which marks are read; they come last, whatever their order in the file.
struct Parts {
  Spec& spec;
  const Config* config = nullptr;  ///< of the specification, where it has been read before
  const Json* datasets = nullptr;
  const Json* data = nullptr;
  const Json* encoding = nullptr;
  const Json* projection = nullptr;
  const Json* mark = nullptr;
  const Json* layer = nullptr;
  const Json* facet = nullptr;
  const Json* inner = nullptr;
  const Json* spacing = nullptr;
  bool sized = false;  ///< width, height or view are written
};

// What layers hand down.
struct Shared {
  EncodingSpec encoding;
  DataSpec data;
  ProjectionSpec projection;
  const Json* datasets = nullptr;
  Spec* facets = nullptr;  ///< where row and column may stand
};

template <auto Member>
void keep(Reading&, const Json& json, Parts& parts) {
  parts.*Member = &json;
}

void keep_object(Reading& reading, const Json& json, const Json*& into) {
  into = &json;
  is_object(reading, json);
}

void take_any_text(Reading& reading, const Json& json, Parts&) {
  std::string text;
  take_text(reading, json, text);
}

constexpr Property<Parts> kNode[] = {
    {"data", keep<&Parts::data>},
    {"encoding", [](Reading& r, const Json& j, Parts& p) { keep_object(r, j, p.encoding); }},
    {"projection", keep<&Parts::projection>},
    {"mark", keep<&Parts::mark>},
    {"layer", keep<&Parts::layer>},
};

constexpr Property<Parts> kNamed[] = {{"name", take_any_text}, {"description", take_any_text}};

constexpr Property<Parts> kSizedParts[] = {
    {"width",
     [](Reading& r, const Json& j, Parts& p) {
       p.sized = true;
       take_width(r, j, p.spec.width);
     }},
    {"height",
     [](Reading& r, const Json& j, Parts& p) {
       p.sized = true;
       take_height(r, j, p.spec.height);
     }},
    {"view", [](Reading&, const Json&, Parts& p) { p.sized = true; }},
};

constexpr Property<Parts> kTop[] = {
    {"$schema", [](Reading& r, const Json& j, Parts&) { take_schema(r, j); }},
    {"name", [](Reading& r, const Json& j, Parts& p) { take_name(r, j, p.spec.name); }},
    {"description",
     [](Reading& r, const Json& j, Parts& p) { take_text(r, j, p.spec.description); }},
    {"title", [](Reading& r, const Json& j, Parts& p) { take_chart_title(r, j, p.spec.title); }},
    {"padding", [](Reading& r, const Json& j, Parts& p) { take_padding(r, j, p.spec); }},
    {"autosize", [](Reading& r, const Json& j, Parts& p) { take_autosize(r, j, p.spec.autosize); }},
    {"background",
     [](Reading& r, const Json& j, Parts& p) {
       Paint colour;
       take_paint(r, j, colour, true);
       p.spec.background = colour.value_or("");
     }},
    {"config",
     [](Reading& r, const Json& j, Parts& p) {
       if (p.config)
         p.spec.config = *p.config;
       else
         take_config(r, j, p.spec.config);
     }},
    {"usermeta", [](Reading& r, const Json& j, Parts&) { is_object(r, j); }},
    {"resolve", [](Reading& r, const Json& j, Parts&) { take_resolve(r, j); }},
    {"datasets", [](Reading& r, const Json& j, Parts& p) { keep_object(r, j, p.datasets); }},
    {"facet", [](Reading& r, const Json& j, Parts& p) { keep_object(r, j, p.facet); }},
    {"spec", [](Reading& r, const Json& j, Parts& p) { keep_object(r, j, p.inner); }},
    {"spacing", keep<&Parts::spacing>},
};

// `into` is a layer, or what layers share.
template <class Into>
void take_shared(Reading& reading, const Parts& parts, const Shared& around, Into& into) {
  if (parts.data) {
    const Inside here(reading, "data");
    take_data(reading, *parts.data, around.datasets, into.data);
  }
  if (parts.projection) {
    const Inside here(reading, "projection");
    take_projection(reading, *parts.projection, into.projection);
  }
  if (parts.encoding && !reading.failed()) {
    const Inside here(reading, "encoding");
    take_encoding(reading, *parts.encoding, parts.layer ? Written::shared : Written::whole,
                  into.encoding, parts.layer ? nullptr : around.facets);
  }
}

// A channel of which nothing is said has nothing to hand down: most of them.
template <class Channel>
void hand_down(const Channel& from, Channel& into) {
  if (!from.pointer.empty()) into = from;
}

void hand_down(const EncodingSpec& from, EncodingSpec& into) {
  for (const auto channel :
       {&EncodingSpec::x, &EncodingSpec::y, &EncodingSpec::x2, &EncodingSpec::y2})
    hand_down(from.*channel, into.*channel);
  for (const auto channel : {&EncodingSpec::color, &EncodingSpec::opacity, &EncodingSpec::size})
    hand_down(from.*channel, into.*channel);
  for (const auto channel : {&EncodingSpec::text, &EncodingSpec::href, &EncodingSpec::description})
    hand_down(from.*channel, into.*channel);
  hand_down(from.order, into.order);
  into.tooltip = from.tooltip;
  into.detail = from.detail;
  into.detail_pointer = from.detail_pointer;
}

// A layer is large: it is read where it will stand.
void take_unit(Reading& reading, const Parts& parts, const Shared& around, Spec& spec) {
  LayerSpec& layer = spec.layers.emplace_back();
  hand_down(around.encoding, layer.encoding);
  layer.data = around.data;
  if (around.projection.written) layer.projection = around.projection;
  take_shared(reading, parts, around, layer);
  if (reading.failed()) return;
  layer.pointer = reading.pointer();
  {
    const Inside here(reading, "mark");
    take_mark(reading, *parts.mark, layer.mark);
  }
  if (reading.failed()) return;
  add_overlays(*parts.mark, spec.config, layer.mark);
  if (parts.projection && layer.mark.type != MarkType::geoshape)
    return reading.refuse_at("projection", {"projection は geoshape だけで使えます",
                                            "'projection' has an effect on geoshape only"});
  if (layer.mark.type == MarkType::geoshape && !layer.projection.written)
    return reading.refuse_at(
        "mark", {"geoshape には projection が要ります", "geoshape needs a 'projection'"});
  check_layer(reading, parts.encoding, layer);
}

void take_node(Reading& reading, const Parts& parts, const Shared& around, std::size_t depth);

void take_layers(Reading& reading, const Parts& parts, const Shared& shared, std::size_t depth) {
  const Inside here(reading, "layer");
  if (depth >= kDeepestLayer)
    return reading.refuse({"layer は八段までです", "layers nest at most 8 deep"});
  if (!parts.layer->is_array() || parts.layer->empty())
    return refuse_value(reading, *parts.layer, "[{mark, …}, …]");
  parts.spec.layers.reserve(parts.spec.layers.size() + parts.layer->size());
  take_items(reading, *parts.layer, [&](const Json& json) {
    Parts inner{parts.spec};
    take_object(reading, json, inner, {kNode, kNamed});
    if (!reading.failed()) take_node(reading, inner, shared, depth + 1);
  });
}

// A channel or projection that layers share must be of use to one of them.
void check_use_of_shared(Reading& reading, const Parts& parts, std::size_t first) {
  const auto& layers = parts.spec.layers;
  const auto any = [&](auto test) {
    return std::any_of(layers.begin() + static_cast<std::ptrdiff_t>(first), layers.end(), test);
  };
  if (parts.projection &&
      !any([](const LayerSpec& layer) { return layer.mark.type == MarkType::geoshape; }))
    reading.refuse_at("projection", {"projection は geoshape だけで使えます",
                                     "'projection' has an effect on geoshape only"});
  if (!parts.encoding) return;
  const Inside here(reading, "encoding");
  for (const auto& item : parts.encoding->members())
    if (!any([&](const LayerSpec& layer) { return supports(layer.mark.type, item.first); }))
      reading.refuse_at(item.first,
                        {fmt::format("「{}」はどの層でも効きません", item.first),
                         fmt::format("'{}' has no effect on any of these layers", item.first)});
}

void take_node(Reading& reading, const Parts& parts, const Shared& around, std::size_t depth) {
  if ((parts.layer != nullptr) == (parts.mark != nullptr))
    return reading.refuse(
        {"mark か layer のどちらか一つが要ります", "exactly one of mark and layer is needed"});
  if (parts.mark) return take_unit(reading, parts, around, parts.spec);
  Shared shared = around;
  take_shared(reading, parts, around, shared);
  if (reading.failed()) return;
  const std::size_t first = parts.spec.layers.size();
  take_layers(reading, parts, shared, depth);
  if (!reading.failed()) check_use_of_shared(reading, parts, first);
}

constexpr Property<Spec> kFacetParts[] = {
    {"row", [](Reading& r, const Json& j, Spec& s) { take_facet(r, j, false, s.row); }},
    {"column", [](Reading& r, const Json& j, Spec& s) { take_facet(r, j, false, s.column); }}};

// {"facet": {"row", "column"}, "spec": {…}}: what would be drawn once is drawn for each value.
void take_facet_form(Reading& reading, const Parts& top, Shared& shared) {
  {
    const Inside here(reading, "facet");
    take_object(reading, *top.facet, top.spec, {kFacetParts});
    if (!reading.failed() && top.facet->empty())
      reading.refuse({"row か column が要ります", "row or column is needed"});
  }
  if (top.encoding || top.mark || top.layer || top.projection || top.sized)
    reading.refuse({"facet があるとき、data のほかの図の中身は spec に書きます",
                    "beside facet, all of the chart but data stands in spec"});
  if (!top.inner) reading.refuse({"spec が要ります", "spec is needed"});
  if (reading.failed()) return;
  take_shared(reading, top, shared, shared);
  const Inside here(reading, "spec");
  Parts inner{top.spec};
  take_object(reading, *top.inner, inner, {kNode, kNamed, kSizedParts});
  if (!reading.failed()) take_node(reading, inner, shared, 0);
}

const Json* view_of(const Json& json) {
  const Json* inner = find(json, "spec");
  return find(inner ? *inner : json, "view");
}

// `view` of a chart goes over that of its config.
void take_view_over_config(Reading& reading, const Json& json, Spec& spec) {
  const Json* view = view_of(json);
  if (!view || reading.failed()) return;
  std::optional<Inside> inner;
  if (find(json, "spec")) inner.emplace(reading, "spec");
  const Inside here(reading, "view");
  take_view(reading, *view, spec.config.view);
}

// Vega-Lite fits single and layered charts only.
void check_size_of_facets(Reading& reading, const Json& json, const Spec& spec) {
  if (reading.failed() || (spec.row.field.steps.empty() && spec.column.field.steps.empty())) return;
  if (spec.width.container)
    reading.refuse_there(find(json, "spec") ? "/spec/width" : "/width",
                         {"row や column で並べる図の width は \"container\" にできません。"
                          "一つの図の幅を px か {step} で書いてください",
                          "with row or column the width of one cell is written in px or as {step}; "
                          "\"container\" has no effect"});
  const Autosize type = spec.autosize.type;
  if (type == Autosize::fit || type == Autosize::fit_x || type == Autosize::fit_y)
    reading.refuse_there(find(json, "autosize")->is_object() ? "/autosize/type" : "/autosize",
                         {"row や column で並べる図は枠に合わせられません",
                          "charts with row or column are not fitted to a frame"});
}

void take_top(Reading& reading, const Json& json, const Config* config, Spec& spec) {
  Parts parts{spec, config};
  take_object(reading, json, parts, {kTop, kSizedParts, kNode});
  take_view_over_config(reading, json, spec);
  if (reading.failed()) return;
  if (parts.inner && !parts.facet)
    return reading.refuse_at(
        "spec", {"spec は facet と一緒に書きます", "'spec' stands beside 'facet' only"});
  Shared shared;
  shared.datasets = parts.datasets;
  shared.facets = &spec;
  if (parts.facet) {
    shared.facets = nullptr;
    take_facet_form(reading, parts, shared);
  } else {
    take_node(reading, parts, shared, 0);
  }
  check_size_of_facets(reading, json, spec);
  if (reading.failed() || !parts.spacing) return;
  const Inside here(reading, "spacing");
  if (spec.row.field.steps.empty() && spec.column.field.steps.empty())
    return reading.refuse({"spacing は row か column があるときだけ効きます",
                           "'spacing' has an effect with row or column only"});
  take_spacing(reading, *parts.spacing, spec);
}

}  // namespace

std::optional<Config> read_config(const Json& json) {
  Reading reading;
  Config config;
  take_config(reading, json, config);
  return reading.failed() ? std::nullopt : std::optional(std::move(config));
}

std::variant<std::unique_ptr<const Spec>, SpecProblem> read_spec(const Json& json,
                                                                 const Config* config) {
  Reading reading;
  auto spec = std::make_unique_for_overwrite<Spec>();  // its members begin as they say
  take_top(reading, json, config, *spec);
  if (!reading.failed()) check_shared_scales(reading, *spec);
  if (reading.failed()) return reading.problem();
  return std::unique_ptr<const Spec>(std::move(spec));
}

}  // namespace yokoten::chart
