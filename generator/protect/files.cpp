#include "protect/files.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "protect/cell_rules.h"

namespace yokoten {
namespace {

bool gives_any(const Source& source, const std::set<std::string>& measures) {
  return std::any_of(measures.begin(), measures.end(),
                     [&](const auto& each) { return gives_measure(source, each); });
}

// Columns whose cells name what a row is about.
bool is_name(const Source& source, const std::string& heading) {
  const auto& parts = source.breakdown;
  return heading == source.area_column || heading == source.prefecture_column ||
         heading == source.period_column ||
         std::any_of(parts.begin(), parts.end(),
                     [&](const auto& part) { return part.second == heading; });
}

class Files {
 public:
  Files(const Publication& publication, const Areas& areas, const Measured& measured)
      : publication_(publication), measured_(measured), rules_(publication, areas, measured) {}

  bool must_stay(std::size_t number) const {
    const Source& source = publication_.sources[number];
    if (!source.reads_all || has_small_cell(number)) return true;
    return std::ranges::any_of(measured_.facts.all(), [&](const Fact& fact) {
      return fact.source == static_cast<int>(number) && is_small(fact, *source.disclosure);
    });
  }

 private:
  bool is_small(const Fact& fact, const DisclosureRule& rule) const {
    const std::string& measure = measured_.measures[static_cast<std::size_t>(fact.measure)];
    if (fact.missing != Missing::none) return false;
    if (measure == rule.units && fact.value->mantissa > 0 &&
        compare(*fact.value, {rule.fewest_units, 0}) < 0)
      return true;
    if (!covers(rule, measure)) return false;
    const Decimal number = trimmed(*fact.value);
    Cell cell;
    cell.value = number.mantissa;
    rules_.set(cell, &rule, fact.area, number.scale);
    return cell.sensitive;
  }

  // Also in columns and rows that nothing counts.
  bool has_small_cell(std::size_t number) const {
    const Source& source = publication_.sources[number];
    const Table& table = publication_.tables[number];
    for (int column = 0; column < table.columns(); ++column) {
      const std::string& heading = table.header()[static_cast<std::size_t>(column)];
      if (is_name(source, heading) || is_free(source, heading)) continue;
      for (int row = 0; row < table.rows(); ++row)
        if (is_small(table.cell(row, column), *source.disclosure)) return true;
    }
    return false;
  }

  // Places, printed rates, and measures that the rule does not name.
  static bool is_free(const Source& source, const std::string& heading) {
    if (heading == source.rank_column || heading == source.office_column) return true;
    for (const PrintedRate& rate : source.printed)
      if (rate.column == heading) return true;
    return std::any_of(source.measures.begin(), source.measures.end(), [&](const auto& each) {
      return each.second == heading && !covers(*source.disclosure, each.first);
    });
  }

  static bool is_small(std::string_view text, const DisclosureRule& rule) {
    const auto number = parse_decimal(text);
    return number && number->mantissa > 0 && compare(*number, {rule.cells, 0}) < 0;
  }

  const Publication& publication_;
  const Measured& measured_;
  CellRules rules_;
};

}  // namespace

void withhold_files(Publication& publication, const Areas& areas, const Measured& measured,
                    const std::set<std::string>& hidden_measures) {
  const Files files(publication, areas, measured);
  std::set<std::string> kept;
  for (std::size_t at = 0; at < publication.sources.size(); ++at) {
    const Source& source = publication.sources[at];
    if (!source.disclosure) continue;
    if (gives_any(source, hidden_measures) || files.must_stay(at)) kept.insert(source.file);
  }
  for (Source& source : publication.sources)
    source.withheld = source.withheld || kept.contains(source.file);
}

void check_shared_files(const Publication& publication, Findings& findings) {
  std::set<std::string> ruled;
  for (const Source& source : publication.sources)
    if (source.disclosure) ruled.insert(source.file);
  for (const Source& source : publication.sources)
    if (!source.disclosure && ruled.contains(source.file))
      add_finding(findings, Level::error, source.place, "disclosure.file",
                  {fmt::format("{} は disclosure のある資料も読んでいます。{} にも書いてください",
                               source.file, source.id),
                   fmt::format("a source with a disclosure rule reads {} too; give {} one as well",
                               source.file, source.id)});
}

void take_out_corrections(Publication& publication) {
  std::erase_if(publication.corrections, [&](const Correction& each) {
    const int number = publication.source(each.source);
    if (number < 0) return false;
    const Source& source = publication.sources[static_cast<std::size_t>(number)];
    return source.withheld && !is_name(source, each.column);
  });
}

}  // namespace yokoten
