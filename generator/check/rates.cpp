#include "check/rates.h"

#include <fmt/format.h>

#include <set>
#include <tuple>

#include "model/printed_share.h"

namespace yokoten {
namespace {

std::optional<Decimal> row_sum(const Subject& subject, int source, int row,
                               const std::vector<int>& columns) {
  std::optional<Decimal> total = Decimal{};
  for (const int column : columns) {
    const auto figure = subject.figure(source, row, column);
    if (!figure || !total) return std::nullopt;
    total = sum(*total, *figure);
  }
  return total;
}

/// One printed rate of one source.
class RateColumn {
 public:
  RateColumn(const Subject& subject, int number, const PrintedRate& rate, int column)
      : subject_(subject),
        number_(number),
        rate_(rate),
        table_(subject.table(number)),
        column_(column),
        above_(columns_of(subject.source(number), table_, rate.numerator)),
        below_(columns_of(subject.source(number), table_, rate.denominator)) {}

  void check() {
    if (above_.empty() || below_.empty()) return report_unclear();
    for (int row = 0; row < table_.rows(); ++row) check_row(row);
    if (agreed_ > 0 && differing_ == 0) note();
  }

 private:
  void check_row(int row) {
    const auto printed = subject_.printed(number_, row, column_);
    const auto above = row_sum(subject_, number_, row, above_);
    const auto below = row_sum(subject_, number_, row, below_);
    if (above && below && compare(*above, *below) > 0) check_over(row, *above, *below);
    if (!printed || !above || !below) return;
    if (agrees_with_parts(*printed, *above, *below, rate_.decimals)) {
      ++agreed_;
      return;
    }
    ++differing_;
    report(row, *printed, *above, *below, quotient(*above, *below, rate_.decimals, 100));
  }

  // Where an indicator has this share, it is told there.
  void check_over(int row, Decimal above, Decimal below) const {
    for (const Indicator& each : subject_.publication.indicators)
      if (each.kind == IndicatorKind::ratio && each.numerator.measure == rate_.numerator &&
          each.denominator.measure == rate_.denominator)
        return;
    const std::string top = to_shown(above), bottom = to_shown(below);
    subject_.error(
        table_.place(row, above_.front()), "ratio.over",
        {fmt::format("{} の分子 {} が分母 {} を超えています。列の対応と原資料を確かめてください",
                     rate_.column, top, bottom),
         fmt::format("the numerator {} of {} is over its denominator {}; check the columns and the "
                     "source",
                     top, rate_.column, bottom)});
  }

  void report(int row, Decimal printed, Decimal above, Decimal below,
              std::optional<Decimal> right) const {
    const std::string parts = fmt::format("{}/{}", to_shown(above), to_shown(below));
    const std::string made = right ? to_shown(*right) : "–";
    const std::string shown = to_shown(short_decimal(printed));
    subject_.error(
        table_.place(row, column_), "rate.differs",
        {fmt::format("印字の {}% は {} = {}% と合いません（四捨五入、小数{}桁）。件数か率の誤記を "
                     "corrections.toml で正してください",
                     shown, parts, made, rate_.decimals),
         fmt::format("the printed {}% is not {} = {}% (rounded half up, {} decimals); "
                     "correct the count or the rate in corrections.toml",
                     shown, parts, made, rate_.decimals)});
  }

  void report_unclear() const {
    subject_.error(
        table_.heading_place(column_), "rate.unclear",
        {fmt::format("{} の分子か分母が時点ごとの列にあるため計算し直せません。[[source.printed]] "
                     "から外してください",
                     rate_.column),
         fmt::format("a side of {} stands in columns of several periods, so it can't be "
                     "computed again; leave it out of [[source.printed]]",
                     rate_.column)});
  }

  void note() const {
    subject_.note(
        table_.heading_place(column_), "rate.agrees",
        {fmt::format("{}は{}行すべてで再計算と一致します（四捨五入）", rate_.column, agreed_),
         fmt::format("{} comes out of its parts again in all {} rows (rounded half up)",
                     rate_.column, agreed_)});
  }

  const Subject& subject_;
  int number_;
  const PrintedRate& rate_;
  const Table& table_;
  int column_;
  std::vector<int> above_, below_;
  int agreed_ = 0, differing_ = 0;
};

bool is_share(const Indicator& indicator) {
  return indicator.kind == IndicatorKind::ratio &&
         (indicator.unit == "%" || indicator.unit == "割合");
}

bool is_over(const Observation& figure) {
  return figure.numerator && figure.denominator &&
         compare(*figure.numerator, *figure.denominator) > 0;
}

// The numerator's cell; where that is a sum, the denominator's.
const Origin& cell_of(const Observation& figure) {
  const Origin& above = figure.numerator_origin;
  return above.source < 0 && figure.denominator_origin.source >= 0 ? figure.denominator_origin
                                                                   : above;
}

void report_over(const Subject& subject, const Observation& figure) {
  const std::string& area = subject.areas.at(figure.area).name;
  const std::string above = to_shown(*figure.numerator), below = to_shown(*figure.denominator);
  subject.error(
      subject.place(cell_of(figure)), "ratio.over",
      {fmt::format("{}の分子 {} が分母 {} を超えています。列の対応と原資料を確かめてください", area,
                   above, below),
       fmt::format("the numerator {} of {} is over its denominator {}; check the columns "
                   "and the source",
                   above, area, below)});
}

void check_shares(const Subject& subject) {
  std::set<std::tuple<int, int, int>> said;  // several indicators may share a cell
  for (int number = 0; number < subject.measured.cube.indicators(); ++number) {
    if (!is_share(subject.indicator(number))) continue;
    for (const Observation& figure : subject.measured.cube.figures(number)) {
      const Origin& origin = cell_of(figure);
      if (!is_over(figure) || origin.source < 0) continue;
      if (origin.row < 0 || said.insert({origin.source, origin.row, origin.column}).second)
        report_over(subject, figure);
    }
  }
}

void report_below_zero(const Subject& subject, const Fact& fact) {
  const std::string shown = to_shown(*fact.value);
  subject.error(
      subject.place({fact.source, fact.column, fact.row}), "count.negative",
      {fmt::format(
           "{} は負の数です。誤記なら corrections.toml で正し、増減のように負でよい値なら、理由を"
           "添えて [source.check] に \"count.negative\" を書いてください",
           shown),
       fmt::format("{} is below zero; correct a misprint in corrections.toml, or name "
                   "\"count.negative\" under [source.check] with the reason if it is right, as a "
                   "change may be",
                   shown)});
}

void check_counts(const Subject& subject) {
  const Facts& facts = subject.measured.facts;
  for (std::size_t block = 0; block < facts.blocks(); ++block) {
    if (!facts.may_be_below_zero(block)) continue;
    for (const Fact& fact : facts.of_block(block))
      if (fact.missing == Missing::none && fact.value->mantissa < 0)
        report_below_zero(subject, fact);
  }
}

}  // namespace

void check_printed_rates(const Subject& subject) {
  for (int number = 0; number < subject.sources(); ++number)
    for (const PrintedRate& rate : subject.source(number).printed)
      if (const auto column = subject.table(number).column(rate.column))
        RateColumn(subject, number, rate, *column).check();
}

void check_bounds_of_figures(const Subject& subject) {
  check_counts(subject);
  check_shares(subject);
}

}  // namespace yokoten
