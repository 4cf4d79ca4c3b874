#include <nlohmann/json.hpp>

#include "command/asked_area.h"
#include "command/explanation.h"
#include "model/missing_reason.h"
#include "model/shown_value.h"

namespace yokoten {
namespace {

using Object = nlohmann::ordered_json;

// Exact, as text: a reader's floating point must not change a figure.
Object number(const std::optional<Decimal>& value) {
  return value ? Object(exact_text(value)) : Object();
}

// With the decimals that pages show.
Object shown_number(const std::optional<Decimal>& value) {
  return value ? Object(to_text(*value)) : Object();
}

const char* kind_name(LineageSide::Kind kind) {
  switch (kind) {
    case LineageSide::Kind::cells:
      return "cells";
    case LineageSide::Kind::areas:
      return "sum_of_areas";
    case LineageSide::Kind::absent:
      return "absent_is_zero";
    case LineageSide::Kind::reports:
      return "reports";
    case LineageSide::Kind::met:
      return "counted_areas";
    case LineageSide::Kind::none:
      break;
  }
  return "none";
}

Object area_json(const Areas& areas, int area) {
  return {{"code", areas.at(area).code}, {"name", full_name(areas, area)}};
}

Object cells_json(const std::vector<LineageCell>& cells) {
  Object made = Object::array();
  for (const LineageCell& cell : cells) {
    made.push_back({{"file", cell.place.file},
                    {"row", cell.place.row},
                    {"column", cell.place.column},
                    {"heading", cell.heading},
                    {"text", cell.text}});
    if (cell.rows > 0) made.back()["rows"] = cell.rows;
  }
  return made;
}

// An area that meets the condition itself, or a prefecture of which so much is left for others that
// one of them must.
Object counted_json(const CountedArea& counted, const Areas& areas) {
  const Observation& figure = *counted.figure;
  Object made = {{"area", area_json(areas, figure.area)},
                 {"by", counted.rest ? "rest" : "figure"},
                 {"value", number(figure.value)},
                 {"numerator", number(figure.numerator)},
                 {"denominator", number(figure.denominator)}};
  if (!figure.value) made["lower"] = number(figure.lower);
  if (counted.rest)
    made["rest"] = {{"areas", counted.rest->unlisted},
                    {"value", number(counted.rest->value)},
                    {"numerator", number(counted.rest->numerator)},
                    {"denominator", number(counted.rest->denominator)}};
  made["cells"] = cells_json(counted.cells);
  return made;
}

Object side_json(const LineageSide& side, const std::string& name, const Areas& areas) {
  Object made = {{"name", name}, {"value", number(side.value)}, {"from", kind_name(side.kind)}};
  if (side.areas > 0) made["areas"] = side.areas;
  for (const AddedArea& each : side.added) {
    made["added"].push_back(area_json(areas, each.area));
    made["added"].back()["value"] = number(each.value);
  }
  for (const int each : side.unions) made["unions"].push_back(area_json(areas, each));
  for (const CountedArea& each : side.counted) made["counted"].push_back(counted_json(each, areas));
  made["cells"] = cells_json(side.cells);
  return made;
}

Object source_json(const Source& source) {
  return {{"id", source.id},
          {"title", source.title},
          {"publisher", source.publisher},
          {"document", source.document},
          {"as_of", source.as_of},
          {"published", source.published},
          {"retrieved", source.retrieved},
          {"url", source.url},
          {"file", source.file},
          {"sha256", gives_file(source) ? source.sha256 : ""},
          {"licence", source.licence},
          {"note", source.note}};
}

Object rank_json(const Rank* rank) {
  if (rank == nullptr) return {};
  return {{"place", rank->place}, {"of", rank->of}, {"tied", rank->tied}};
}

Object told_json(const Finding& finding, Language language) {
  return Object::parse(to_json_line(finding, language));
}

Object correction_json(const Correction& each) {
  return {{"source", each.source},         {"row", each.row},
          {"column", each.column},         {"printed", each.printed},
          {"corrected", each.corrected},   {"reason", each.reason},
          {"decided_by", each.decided_by}, {"decided_on", each.decided_on}};
}

}  // namespace

std::string explanation_json(const Examined& examined, const Explanation& explanation,
                             Language language) {
  const auto& [publication, areas, measured, translated] = examined;
  const Observation& seen = *explanation.seen;
  const Indicator& indicator = publication.indicators[static_cast<std::size_t>(seen.indicator)];
  const auto period = [&](const Observation& of) {
    return to_text(measured.cube.period(of.period));
  };
  Object made = {
      {"indicator", {{"id", indicator.id}, {"title", indicator.title}, {"unit", indicator.unit}}},
      {"area", area_json(areas, seen.area)},
      {"period", period(seen)},
      {"part", measured.cube.breakdown(seen.breakdown)},
      {"shown", shown_number(shown_value(indicator, seen))},
      {"value", number(seen.value)},
      {"lower", number(seen.lower)},
      {"upper", number(seen.upper)},
      {"decimals", indicator.decimals},
      {"rounding", seen.value || !seen.lower ? "half_up" : "down"},
      {"flags", flags_text(seen.flags)},
      {"missing_reason", std::string(to_text(missing_reason(seen)))}};
  made["numerator"] = side_json(explanation.lineage.numerator, indicator.numerator_name, areas);
  made["denominator"] =
      side_json(explanation.lineage.denominator, indicator.denominator_name, areas);
  for (const char* list : {"sources", "corrections", "checks", "findings", "comparisons"})
    made[list] = Object::array();
  for (const int source : explanation.lineage.sources)
    made["sources"].push_back(source_json(publication.sources[static_cast<std::size_t>(source)]));
  for (const Correction* each : explanation.corrections)
    made["corrections"].push_back(correction_json(*each));
  for (const Finding* each : explanation.checks)
    made["checks"].push_back(told_json(*each, language));
  for (const Finding* each : explanation.open)
    made["findings"].push_back(told_json(*each, language));
  made["rank"] = {{"national", rank_json(explanation.national)},
                  {"prefecture", rank_json(explanation.prefectural)}};
  for (const Comparison& each : explanation.comparisons)
    made["comparisons"].push_back({{"area", areas.at(each.other->area).code},
                                   {"name", full_name(areas, each.other->area)},
                                   {"period", period(*each.other)},
                                   {"shown", shown_number(shown_value(indicator, *each.other))},
                                   {"points", number(each.points)},
                                   {"before", each.before}});
  made["releases"] = Object::array();
  for (const ReleasedSaying& each : explanation.releases)
    made["releases"].push_back({{"date", each.date},
                                {"value", number(each.said.value)},
                                {"lower", number(each.said.lower)},
                                {"missing_reason", each.said.missing}});
  made["pages"] = explanation.pages;
  return made.dump(2, ' ', false, Object::error_handler_t::replace) + '\n';
}

}  // namespace yokoten
