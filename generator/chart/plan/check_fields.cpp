#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <unordered_set>

#include "chart/plan/value.h"
#include "chart/plan/work.h"
#include "model/report.h"

// Fields that no row has: a name that is misspelt would be drawn as an empty frame, or as a
// category that is called undefined.

namespace yokoten::chart {

namespace {

constexpr std::size_t kMostNamed = 12;  // fields that a message names

/// A field and where it is written: the pointer of its channel and the way from there.
struct NamedField {
  const Field* field;
  const std::string* channel;
  const char* way;
};

template <class Visit>
void visit_channel(const ChannelSpec& channel, Visit visit) {
  if (has_field(channel)) visit(NamedField{&channel.field, &channel.pointer, "/field"});
  if (reads_data(channel) && channel.sort->kind == SortKind::field)
    visit(NamedField{&channel.sort->field, &channel.pointer, "/sort/field"});
}

/// Whether the test asks just this, if there is a value: a field that no row has answers it too.
/// `isValid(…)` is the only test that compares with what is not there.
bool asks_for_presence(const Predicate& predicate) {
  if (predicate.test == Test::valid) return true;
  const auto& operands = predicate.operands;
  return std::find(operands.begin(), operands.end(), nullptr) != operands.end();
}

template <class Spec, class Visit>
void visit_conditions(const Spec& channel, Visit visit) {
  for (const Condition& condition : channel.conditions)
    for (const Predicate& predicate : condition.all)
      if (!asks_for_presence(predicate))
        visit(NamedField{&predicate.field, &channel.pointer, "/condition"});
}

template <class Visit>
void visit_fields(const LayerSpec& layer, Visit visit) {
  const EncodingSpec& of = layer.encoding;
  for (const PositionSpec* channel : {&of.x, &of.y, &of.x2, &of.y2}) visit_channel(*channel, visit);
  for (const LookSpec* channel : {&of.color, &of.opacity, &of.size}) {
    visit_channel(*channel, visit);
    visit_conditions(*channel, visit);
  }
  const auto visit_text = [&](const TextSpec& channel) {
    visit_channel(channel, visit);
    visit_conditions(channel, visit);
  };
  for (const TextSpec* channel : {&of.text, &of.href, &of.description}) visit_text(*channel);
  for (const TextSpec& line : of.tooltip) visit_text(line);
  visit_channel(of.order, visit);
  for (const Field& field : of.detail) visit(NamedField{&field, &of.detail_pointer, ""});
}

bool has_rows(const LayerPlan& layer) { return layer.data != nullptr && layer.written_rows > 0; }

bool is_in_rows(const LayerPlan& layer, const Field& field) {
  std::size_t place = 0;
  for (std::size_t row = 0; row < layer.written_rows; ++row)
    if (find_value((*layer.data)[row], field, place) != nullptr) return true;
  return false;
}

/// What several layers share may be of use to some of them only.
bool is_of_use(const Work& work, const NamedField& named) {
  for (const LayerPlan& layer : work.plan.layers) {
    if (layer.spec == nullptr) continue;
    bool found = false;
    visit_fields(*layer.spec, [&](const NamedField& other) {
      found =
          found || (*other.channel == *named.channel && has_rows(layer) &&
                    other.field->steps == named.field->steps && is_in_rows(layer, *other.field));
    });
    if (found) return true;
  }
  return false;
}

/// A member's name as the way of a field writes it in JSON.
std::string as_way(std::string_view name) {
  std::string way;
  for (const char letter : name) {
    if (letter == '.' || letter == '[' || letter == ']') way += "\\\\";
    way += letter;
  }
  return way;
}

/// The names of all fields, each once, in the order in which rows have them.
struct Names {
  std::vector<std::string> all{};
  std::unordered_set<std::string> known{};

  void add(const Json& row, const std::string& before) {
    for (const auto& [name, value] : row.members()) {
      const std::string way = before + as_way(name);
      if (known.insert(way).second) all.push_back(way);
      if (before.empty() && value.is_object()) add(value, way + ".");
    }
  }
};

SpecProblem unknown_field(const LayerPlan& layer, const Field& field, std::string pointer) {
  Names found;
  for (std::size_t row = 0; row < layer.written_rows; ++row) found.add((*layer.data)[row], {});
  const std::vector<std::string>& names = found.all;
  Message message{fmt::format("「{}」という項目は、データのどの行にもありません", field.written),
                  fmt::format("no row of the data has a field '{}'", field.written)};
  if (names.size() <= kMostNamed && !names.empty()) {
    message.ja += fmt::format("（あるのは {}）", fmt::join(names, "、"));
    message.en += fmt::format(" (there are {})", fmt::join(names, ", "));
  }
  return {std::move(pointer), with_nearest(std::move(message), field.written, names)};
}

Problem check_facets(const Work& work) {
  for (const FacetSpec* facet : {&work.spec.row, &work.spec.column}) {
    if (facet->field.steps.empty()) continue;
    const LayerPlan* with_rows = nullptr;
    bool found = false;
    for (const LayerPlan& layer : work.plan.layers) {
      if (!has_rows(layer)) continue;
      if (with_rows == nullptr) with_rows = &layer;
      found = found || is_in_rows(layer, facet->field);
    }
    if (with_rows != nullptr && !found)
      return unknown_field(*with_rows, facet->field, facet->pointer + "/field");
  }
  return std::nullopt;
}

}  // namespace

Problem check_fields(Work& work) {
  for (const LayerPlan& layer : work.plan.layers) {
    if (layer.spec == nullptr || !has_rows(layer)) continue;
    Problem problem;
    visit_fields(*layer.spec, [&](const NamedField& named) {
      if (problem || is_in_rows(layer, *named.field) || is_of_use(work, named)) return;
      problem = unknown_field(layer, *named.field, *named.channel + named.way);
    });
    if (problem) return problem;
  }
  return check_facets(work);
}

}  // namespace yokoten::chart
