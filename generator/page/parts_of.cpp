#include "page/parts_of.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "page/common_period.h"
#include "page/wording.h"

namespace yokoten {
namespace {

// Codes in the order of the labels, then others in the order in which the cube met them.
Labels codes_of(const Book& book, const std::string& key) {
  Labels codes;
  const auto labels = book.publication.labels.find(key);
  if (labels != book.publication.labels.end()) codes = labels->second;
  for (const Parts& parts : book.measured.parts) {
    if (parts.size() != 1 || parts.front().first != key) continue;
    const std::string& code = parts.front().second;
    const bool known = std::any_of(codes.begin(), codes.end(),
                                   [&](const auto& each) { return each.first == code; });
    if (!known) codes.emplace_back(code, code);
  }
  return codes;
}

// Labels come as printed: 令和４年度. Digits are shown half-width wherever they stand.
std::string half_width_digits(const std::string& text) {
  constexpr std::string_view lead = "\xEF\xBC";  // U+FF10 to U+FF19 are EF BC 90 to EF BC 99
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto last = at + 2 < text.size() ? static_cast<unsigned char>(text[at + 2]) : 0;
    const bool digit = text.compare(at, 2, lead) == 0 && last >= 0x90 && last <= 0x99;
    out += digit ? static_cast<char>('0' + (last - 0x90)) : text[at];
    if (digit) at += 2;
  }
  return out;
}

bool has_figure(const Book& book, int indicator, int area) {
  const auto all = book.measured.cube.of_area(indicator, area);
  return std::any_of(all.begin(), all.end(),
                     [](const FoundObservation& each) { return each->value || each->lower; });
}

const KnownParts::value_type& known_parts_of(const Book& book, int indicator) {
  return (*book.known_parts)[static_cast<std::size_t>(indicator)];
}

// At any period.
std::set<int> all_breakdowns(const Book& book, int indicator) {
  std::set<int> all;
  for (const auto& [period, breakdowns] : known_parts_of(book, indicator))
    all.insert(breakdowns.begin(), breakdowns.end());
  return all;
}

// Those of the breakdowns that are codes of the indicator's `by`, in order.
std::vector<PartFigure> labelled(const Book& book, int indicator, const std::set<int>& among) {
  std::vector<PartFigure> parts;
  const auto& by = book.indicator(indicator).by;
  if (!by) return parts;
  for (const auto& [code, label] : codes_of(book, by->key)) {
    const int breakdown = book.measured.cube.find_breakdown(fmt::format("{}={}", by->key, code));
    if (!among.contains(breakdown)) continue;
    const std::string said = label == code ? printed_text(book, code) : label;
    parts.push_back({code, half_width_digits(said), {indicator, book.home, breakdown, nullptr}});
  }
  return parts;
}

}  // namespace

Instead has_instead(const Book& book, const Figure& figure) {
  if (figure.observation != nullptr) return Instead::nothing;
  if (has_figure(book, figure.indicator, figure.area)) return Instead::parts;
  for (int area = 0; area < book.areas.size(); ++area)
    if (has_figure(book, figure.indicator, area)) return Instead::areas;
  return Instead::nothing;
}

std::vector<PartFigure> parts_at(const Book& book, int indicator, int area, int period) {
  std::vector<PartFigure> parts;
  const KnownParts::value_type& known = known_parts_of(book, indicator);
  const auto at = known.find(period);
  if (at == known.end()) return parts;
  for (PartFigure& part : labelled(book, indicator, at->second)) {
    part.figure.area = area;
    part.figure.observation =
        book.measured.cube.find(indicator, area, period, part.figure.breakdown);
    parts.push_back(std::move(part));
  }
  return parts;
}

std::vector<PartFigure> parts_of(const Book& book, int indicator, int area) {
  const std::array own = {area};
  return parts_at(book, indicator, area, common_part_period(book, indicator, own));
}

std::vector<PartFigure> part_codes(const Book& book, int indicator) {
  return labelled(book, indicator, all_breakdowns(book, indicator));
}

int common_part_period(const Book& book, int indicator, std::span<const int> areas) {
  const Cube& cube = book.measured.cube;
  std::vector<Figure> figures;
  int newest = -1;
  for (const int area : areas)
    for (const int breakdown : all_breakdowns(book, indicator)) {
      const FoundObservation seen = cube.latest(indicator, area, breakdown);
      if (seen == nullptr) continue;
      figures.push_back({indicator, area, breakdown, seen});
      if (newest < 0 || cube.is_before(newest, seen->period)) newest = seen->period;
    }
  const int common = common_period(book, figures);
  return common < 0 ? newest : common;
}

std::optional<Decimal> counted(const Figure& part) {
  if (!part.has_value()) return std::nullopt;
  const auto& numerator = part.observation->numerator;
  return numerator ? *numerator : *part.observation->value;
}

const std::string& counted_unit(const Indicator& indicator) {
  const bool is_share = indicator.kind == IndicatorKind::ratio ||
                        indicator.kind == IndicatorKind::share_of_areas ||
                        indicator.kind == IndicatorKind::share_of_units;
  return is_share ? indicator.count_unit : indicator.unit;
}

// The bound of a share is no number of what is counted: it keeps its unit.
std::string counted_text(const Book& book, const Figure& part) {
  if (const auto count = counted(part)) return to_shown(*count);
  return book.indicator(part.indicator).kind == IndicatorKind::count ? bare_value_text(book, part)
                                                                     : value_text(book, part);
}

bool any_tells(const std::vector<PartFigure>& parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [](const PartFigure& each) { return each.tells(); });
}

const Figure& dated_part(const std::vector<PartFigure>& parts) {
  const auto is_known = [](const PartFigure& each) { return each.figure.observation != nullptr; };
  auto at =
      std::find_if(parts.begin(), parts.end(), [](const PartFigure& each) { return each.tells(); });
  if (at == parts.end()) at = std::find_if(parts.begin(), parts.end(), is_known);
  return at == parts.end() ? parts.front().figure : at->figure;
}

}  // namespace yokoten
