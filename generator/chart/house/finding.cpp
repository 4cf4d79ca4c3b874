#include "chart/house/finding.h"

#include <algorithm>

#include "base/count_text.h"
#include "chart/house/spec_parts.h"
#include "model/words.h"

namespace yokoten::chart {
namespace {

constexpr std::size_t kFew = 6;  // so many are all named by the page's own words

// A sentence needs the name alone, without the rank that stands before it in rankings.
std::string name_of(const ChartDatum& datum) {
  return datum.full_name.empty() ? datum.name : datum.full_name;
}

std::string words_of(const ChartDatum& datum, const ChartRequest& request) {
  return name_of(datum) + ' ' + with_unit(datum.label, request);
}

bool is_peer(const ChartDatum& datum) {
  return value_of(datum) && datum.emphasis != Emphasis::nation && !datum.name.empty();
}

struct Ends {
  const ChartDatum* lowest = nullptr;
  const ChartDatum* highest = nullptr;
  const ChartDatum* nation = nullptr;
  std::size_t missing = 0;
};

Ends ends_of(const ChartRequest& request) {
  Ends ends;
  for (const ChartDatum& datum : request.data) {
    if (!value_of(datum)) ++ends.missing;
    if (datum.emphasis == Emphasis::nation && value_of(datum)) ends.nation = &datum;
    if (!is_peer(datum)) continue;
    if (!ends.highest || *datum.value > *ends.highest->value) ends.highest = &datum;
    if (!ends.lowest || *datum.value < *ends.lowest->value) ends.lowest = &datum;
  }
  return ends;
}

// One end of the spread; several areas at it are counted and the first of them is named.
std::string end_of(const ChartRequest& request, const ChartDatum& end) {
  const auto count = std::count_if(
      request.data.begin(), request.data.end(),
      [&](const ChartDatum& other) { return is_peer(other) && other.label == end.label; });
  const std::size_t all = std::max(end.alike, static_cast<std::size_t>(count));
  if (all == 1) return words_of(end, request);
  const std::string& kind = request.area_kind.empty() ? request.words.case_of : request.area_kind;
  const std::string number = count_text(all);
  return filled_word(request.words.several,
                     {name_of(end), number, kind, with_unit(end.label, request)});
}

std::string spread_of(const ChartRequest& request) {
  const Ends ends = ends_of(request);
  if (!ends.highest || ends.highest->label == ends.lowest->label) return "";
  const ChartWords& words = request.words;
  std::string text =
      filled_word(words.ends, {end_of(request, *ends.highest), end_of(request, *ends.lowest)});
  if (ends.nation) text += words.comma + words_of(*ends.nation, request);
  if (ends.missing > 0)
    text += words.comma + filled_word(words.missing, {std::to_string(ends.missing)});
  return text + words.stop;
}

// One before a gap is not the latest: a trend says why the last one has no value, columns nothing.
std::string latest_of(const ChartRequest& request) {
  const auto last =
      std::find_if(request.data.rbegin(), request.data.rend(),
                   [](const ChartDatum& datum) { return datum.emphasis != Emphasis::planned; });
  if (last == request.data.rend()) return "";
  const bool tells = request.kind == ChartKind::trend && !last->label.empty();
  if (!value_of(*last) && !tells) return "";
  const std::string said =
      value_of(*last) ? words_of(*last, request) : name_of(*last) + ' ' + last->label;
  return filled_word(request.words.latest, {said}) + request.words.stop;
}

std::string seen_in(const ChartRequest& request) {
  switch (request.kind) {
    case ChartKind::trend:
      return latest_of(request);
    case ChartKind::columns:
      if (!request.of_kinds) return latest_of(request);
      return request.data.size() > kFew ? spread_of(request) : "";
    case ChartKind::bars:
    case ChartKind::shapes:
    case ChartKind::tiles:
    case ChartKind::points:
      return request.data.size() > kFew ? spread_of(request) : "";
    default:
      return "";
  }
}

}  // namespace

std::string finding_of(const ChartRequest& request) {
  std::string text = request.description;
  const std::string seen = seen_in(request);
  if (!seen.empty()) {
    const ChartWords& words = request.words;
    if (!text.empty() && !text.ends_with(words.stop)) text += words.stop;
    text += (text.empty() ? "" : words.gap) + seen;
  }
  if (!request.as_of.empty() && text.find(request.as_of) == std::string::npos)
    return filled_word(request.words.in_brackets, {text, request.as_of});
  return text;
}

}  // namespace yokoten::chart
