#include "protect/formula_sides.h"

#include <algorithm>

#include "model/sources_with.h"

namespace yokoten {
namespace {

// Sides that select the same have one name.
std::string side_name(const Term& term, const std::vector<int>& sources) {
  std::string name = term.measure;
  for (const Selection& selection : term.where) {
    std::vector<std::string> codes = selection.codes;
    std::sort(codes.begin(), codes.end());
    name += '|' + selection.key + '=';
    for (const std::string& code : codes) name += code + ',';
  }
  for (const int source : sources) name += '@' + std::to_string(source);
  return name;
}

FormulaSide side_of(const Publication& publication, const Measured& measured,
                    const Indicator& indicator, const Term& term) {
  FormulaSide side;
  if (term.measure.empty()) return side;
  side.term = &term;
  side.measure = measured.measure(term.measure);
  side.sources = sources_with(publication, indicator, term.measure);
  side.name = side_name(term, side.sources);
  return side;
}

}  // namespace

std::vector<std::pair<FormulaSide, FormulaSide>> formula_sides(const Publication& publication,
                                                               const Measured& measured) {
  std::vector<std::pair<FormulaSide, FormulaSide>> all;
  for (const Indicator& each : publication.indicators) {
    const bool counted = each.kind == IndicatorKind::count || each.kind == IndicatorKind::ratio;
    auto& sides = all.emplace_back();
    if (!counted) continue;
    sides.first = side_of(publication, measured, each, each.numerator);
    if (each.kind == IndicatorKind::ratio)
      sides.second = side_of(publication, measured, each, each.denominator);
  }
  return all;
}

}  // namespace yokoten
