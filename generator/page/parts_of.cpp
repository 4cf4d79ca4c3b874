#include "page/parts_of.h"
#include "page/wording.h"

#include <algorithm>

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
                     [](const Observation* each) { return each->value || each->lower; });
}

}  // namespace

Instead has_instead(const Book& book, const Figure& figure) {
  if (figure.observation != nullptr) return Instead::nothing;
  if (has_figure(book, figure.indicator, figure.area)) return Instead::parts;
  for (int area = 0; area < book.areas.size(); ++area)
    if (has_figure(book, figure.indicator, area)) return Instead::areas;
  return Instead::nothing;
}

std::vector<PartFigure> parts_of(const Book& book, int indicator, int area) {
  std::vector<PartFigure> parts;
  const auto& by = book.indicator(indicator).by;
  if (!by) return parts;
  for (const auto& [code, label] : codes_of(book, by->key)) {
    const Figure figure = newest_figure(book, indicator, area, code);
    if (figure.has_value()) {
      const std::string said = label == code ? printed_text(book, code) : label;
      parts.push_back({code, half_width_digits(said), figure});
    }
  }
  return parts;
}

}  // namespace yokoten
