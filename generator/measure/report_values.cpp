#include "measure/report_values.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>

#include "base/text.h"
#include "model/cell_number.h"

namespace yokoten {
namespace {

class ValueReader {
 public:
  ValueReader(const Publication& publication, EffectReport& report, EffectReports& effects)
      : publication_(publication),
        source_(publication.sources[static_cast<std::size_t>(report.source)]),
        table_(publication.tables[static_cast<std::size_t>(report.source)]),
        report_(report),
        effects_(effects) {}

  void read() {
    for (const ReportForm::Pair& pair : source_.report->pairs) {
      OutcomePair& values = report_.outcomes[static_cast<std::size_t>(pair.outcome)];
      values.before = value(pair, pair.before);
      values.after = value(pair, pair.after);
    }
    doubt_second_part();
  }

 private:
  bool asks_second_part() const { return report_.staff && *report_.staff >= staff_for_second_part; }

  std::optional<Decimal> value(const ReportForm::Pair& pair, const std::string& heading) {
    const int column = table_.column(heading).value_or(-1);
    if (column < 0) return std::nullopt;
    const std::string_view text = trimmed_text(table_.cell(report_.row, column));
    const auto read = read_number(text, source_);
    if (!read) return doubted(Doubt::number, column);
    if (!read->value) {
      if (!pair.second) doubted(Doubt::missing, column);
      return std::nullopt;
    }
    if ((read->flags & bound) != 0) return doubted(Doubt::bound, column);
    if (!is_unit_of(pair.outcome, read->counter)) return doubted_unit(pair.outcome, column);
    if (is_too_much(*read->value)) return doubted(Doubt::too_large, column);
    const auto fault = impossible(pair.outcome, *read->value);
    if (!fault || is_confirmed(publication_, {report_.source, report_.row, column}))
      return plain(*read->value);
    return doubted(*fault, column);
  }

  // The unit that the form asks for, or none.
  static bool is_unit_of(Outcome outcome, std::string_view counter) {
    return counter.empty() || counter == outcome_unit(outcome) ||
           (outcome == Outcome::turnover && counter == "％");
  }

  std::nullopt_t doubted_unit(Outcome outcome, int column) {
    doubted(Doubt::unit, column);
    effects_.doubts.back().expected = outcome_unit(outcome);
    return std::nullopt;
  }

  static bool is_too_much(Decimal value) {
    return compare({std::abs(value.mantissa), value.scale}, {too_much_to_report, 0}) >= 0;
  }

  static Decimal plain(Decimal value) {
    return value.scale > value_places ? trimmed(rounded(value, value_places)) : value;
  }

  static std::optional<Doubt> impossible(Outcome outcome, Decimal value) {
    if (value.mantissa < 0) return Doubt::negative;
    if (outcome == Outcome::overtime && compare(value, {most_overtime_hours, 0}) > 0)
      return Doubt::overtime;
    if (outcome == Outcome::turnover && compare(value, {most_turnover_percent, 0}) > 0)
      return Doubt::turnover;
    return std::nullopt;
  }

  std::nullopt_t doubted(Doubt kind, int column) {
    effects_.doubts.push_back({.kind = kind,
                               .cell = {report_.source, report_.row, column},
                               .text = std::string(table_.cell(report_.row, column))});
    return std::nullopt;
  }

  // Empty, or a symbol of the legend: － may say that nothing was to be answered.
  bool says_nothing(int column) const {
    const auto read = read_number(trimmed_text(table_.cell(report_.row, column)), source_);
    return read && !read->value;
  }

  // One doubt a report: filled in though too small to be asked, or not filled in though asked.
  void doubt_second_part() {
    if (!report_.staff) return;
    std::string headings;
    int first = -1;
    for (const ReportForm::Pair& pair : source_.report->pairs)
      for (const std::string& heading : {pair.before, pair.after}) {
        const int column = pair.second ? table_.column(heading).value_or(-1) : -1;
        if (column < 0) continue;
        if (says_nothing(column) != asks_second_part()) continue;
        if (first < 0) first = column;
        headings += (headings.empty() ? "" : "、") + heading;
      }
    if (first < 0) return;
    doubted(asks_second_part() ? Doubt::second_missing : Doubt::second_filled, first);
    effects_.doubts.back().text = headings;
    effects_.doubts.back().expected = std::to_string(*report_.staff);
  }

  const Publication& publication_;
  const Source& source_;
  const Table& table_;
  EffectReport& report_;
  EffectReports& effects_;
};

}  // namespace

bool is_confirmed(const Publication& publication, SourceCell cell) {
  const auto source = static_cast<std::size_t>(cell.source);
  const Table& table = publication.tables[source];
  return std::any_of(
      publication.corrections.begin(), publication.corrections.end(), [&](const Correction& each) {
        return each.source == publication.sources[source].id &&
               each.row == table.file_row(cell.row) && table.column(each.column) == cell.column &&
               each.printed == each.corrected;
      });
}

void read_report_values(const Publication& publication, Measured& measured) {
  for (EffectReport& report : measured.effects.reports)
    if (!report.is_test && !report.superseded)
      ValueReader(publication, report, measured.effects).read();
}

}  // namespace yokoten
