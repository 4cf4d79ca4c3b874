#include "check/totals.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "model/total_words.h"

namespace yokoten {
namespace {

// A sum over cells, of which some may hold no figure.
struct Sum {
  Decimal total;
  int cells = 0, gaps = 0;
  void add(const std::optional<Decimal>& figure) {
    ++cells;
    const auto more = figure ? sum(total, *figure) : std::nullopt;
    if (more)
      total = *more;
    else
      ++gaps;
  }
};

// With gaps the sum is what the total must at least be, as counts are not negative.
bool agrees(const Sum& sum, Decimal total) {
  const int compared = compare(sum.total, total);
  return sum.gaps == 0 ? compared == 0 : compared <= 0;
}

void report_difference(const Subject& subject, const Place& place, const std::string& heading,
                       Decimal total, const Sum& sum, const char* cells_ja, const char* cells_en) {
  const std::string apart = to_shown(difference(total, sum.total).value_or(Decimal{}));
  const std::string printed = to_shown(total), made = to_shown(sum.total);
  subject.error(
      place, "total.differs",
      {fmt::format("{}の合計 {} は{}{}の和 {} と合いません（差 {}）。原資料を確かめ、誤記なら "
                   "corrections.toml で正してください",
                   heading, printed, sum.cells, cells_ja, made, apart),
       fmt::format("the total {} of {} is not the sum {} of {} {} ({} apart); check the "
                   "source, and correct a misprint in corrections.toml",
                   printed, heading, made, sum.cells, cells_en, apart)});
}

// Of what adds up: the printed rate of a total row is no sum.
std::vector<int> figure_columns(const Publication& publication, const Source& source,
                                const Table& table) {
  std::vector<int> columns;
  const auto take = [&](const std::string& heading) {
    if (const auto column = table.column(heading); column && !heading.empty())
      columns.push_back(*column);
  };
  for (const auto& [measure, heading] : source.measures)
    if (adds_up(publication, measure)) take(heading);
  for (const Unpivot& unpivot : source.unpivots) {
    if (!adds_up(publication, unpivot.measure)) continue;
    for (const auto& [heading, code] : unpivot.columns) take(heading);
    take(unpivot.total);
  }
  return columns;
}

/// The total rows of one source.
class TotalRows {
 public:
  TotalRows(const Subject& subject, int number)
      : subject_(subject),
        number_(number),
        source_(subject.source(number)),
        table_(subject.table(number)),
        columns_(figure_columns(subject.publication, source_, table_)),
        agreed_(columns_.size(), 0) {
    find_keys();
  }

  void check() {
    int totals = 0;
    for (int row = 0; row < table_.rows(); ++row) {
      if (subject_.role(number_, row) != RowRole::total) continue;
      ++totals;
      check_row(row);
      last_ = row;
    }
    if (totals == 0) return report_missing();
    for (std::size_t at = 0; at < columns_.size(); ++at) note(at, totals);
  }

 private:
  using Sums = std::unordered_map<std::string, std::vector<Sum>>;

  // A file that was cut off has lost its total first.
  void report_missing() const {
    const std::string wanted = fmt::format("{}", fmt::join(source_.total_row->values, " / "));
    const auto column = table_.column(source_.total_row->column).value_or(0);
    subject_.error(
        table_.heading_place(column), "total.missing",
        {fmt::format("合計の行（{}）がありません。表が途中で切れていないか確かめ、もともと合計の"
                     "ない表なら sources.toml の total_row を消してください",
                     wanted),
         fmt::format("there is no total row ({}); check that the table is not cut off, and remove "
                     "total_row from sources.toml if it never had one",
                     wanted)});
  }

  // What tells rows apart besides the column that says which of them are totals.
  void find_keys() {
    std::vector<std::string> headings = {source_.prefecture_column, source_.area_column,
                                         source_.period_column};
    for (const auto& [key, heading] : source_.breakdown) headings.push_back(heading);
    for (const std::string& heading : headings) {
      const auto column = table_.column(heading);
      if (!heading.empty() && column && heading != source_.total_row->column)
        keys_.push_back(*column);
    }
  }

  // A key cell of a total row that is empty, or a word for totals itself, covers all rows, unless
  // counted rows say the same: 計 as one of the codes.
  bool covers_all(int row, int key) {
    const std::string_view text = table_.cell(row, key);
    const auto& words = source_.total_row->values;
    if (text.empty() || std::find(words.begin(), words.end(), text) != words.end()) return true;
    return is_total_word(text) && !sums_by({key}).contains(key_of(row, {key}));
  }

  std::string key_of(int row, const std::vector<int>& keys) const {
    std::string text;
    for (const int key : keys) text += std::string(table_.cell(row, key)) + '\x1f';
    return text;
  }

  const Sums& sums_by(const std::vector<int>& keys, RowRole role = RowRole::counted) {
    const auto [at, added] = sums_.try_emplace({role, keys});
    if (!added) return at->second;
    for (int row = 0; row < table_.rows(); ++row) {
      if (subject_.role(number_, row) != role) continue;
      auto& sums = at->second[key_of(row, keys)];
      sums.resize(columns_.size());
      for (std::size_t each = 0; each < columns_.size(); ++each)
        sums[each].add(subject_.figure(number_, row, columns_[each]));
    }
    return at->second;
  }

  // The total of うち訪問 is the sum of the rows called so, which are not counted themselves.
  std::vector<Sum> sums_of(const std::string& key, const std::vector<int>& keys) {
    for (const RowRole role : {RowRole::counted, RowRole::part}) {
      const Sums& all = sums_by(keys, role);
      if (const auto found = all.find(key); found != all.end()) return found->second;
    }
    return std::vector<Sum>(columns_.size());
  }

  void check_row(int row) {
    std::vector<int> keys;
    for (const int key : keys_)
      if (!covers_all(row, key)) keys.push_back(key);
    std::vector<Sum> sums = sums_of(key_of(row, keys), keys);
    const bool has_blocks = source_.total_row->values.size() > 1;
    if (has_blocks && keys.empty() && !fits(row, sums)) take_block(row, sums);
    for (std::size_t each = 0; each < columns_.size(); ++each) check_cell(row, each, sums[each]);
  }

  // 市計 and 町村計 are totals of the rows between two totals, above them or below.
  void take_block(int row, std::vector<Sum>& sums) const {
    const std::vector<Sum> above = block(row, -1), below = block(row, 1);
    if (above.front().cells > 0 && fits(row, above))
      sums = above;
    else if (below.front().cells > 0 && fits(row, below))
      sums = below;
  }

  // The rows from here up or down to the next total.
  std::vector<Sum> block(int row, int step) const {
    std::vector<Sum> sums(std::max<std::size_t>(columns_.size(), 1));
    for (int at = row + step; at >= 0 && at < table_.rows(); at += step) {
      if (subject_.role(number_, at) == RowRole::total) break;
      if (subject_.role(number_, at) != RowRole::counted) continue;
      for (std::size_t each = 0; each < columns_.size(); ++each)
        sums[each].add(subject_.figure(number_, at, columns_[each]));
    }
    return sums;
  }

  bool fits(int row, const std::vector<Sum>& sums) const {
    for (std::size_t each = 0; each < columns_.size(); ++each)
      if (const auto total = subject_.figure(number_, row, columns_[each]);
          total && !agrees(sums[each], *total))
        return false;
    return true;
  }

  void check_cell(int row, std::size_t each, const Sum& sum) {
    const auto total = subject_.printed(number_, row, columns_[each]);
    if (!total) return;
    if (!agrees(sum, *total))
      report_difference(subject_, table_.place(row, columns_[each]), heading(each), *total, sum,
                        "行", "rows");
    else if (sum.gaps == 0)
      ++agreed_[each];
    rows_ = sum.cells;
  }

  const std::string& heading(std::size_t each) const {
    return table_.header()[static_cast<std::size_t>(columns_[each])];
  }

  void note(std::size_t each, int totals) const {
    if (agreed_[each] == 0) return;
    if (totals > 1) return note_many(each);
    const auto total = subject_.figure(number_, last_, columns_[each]);
    const std::string shown = to_shown(total.value_or(Decimal{}));
    subject_.note(
        table_.place(last_, columns_[each]), "total.agrees",
        {fmt::format("{}の合計 {} は{}行の和と一致します", heading(each), shown, rows_),
         fmt::format("the total {} of {} is the sum of {} rows", shown, heading(each), rows_)});
  }

  void note_many(std::size_t each) const {
    subject_.note(
        table_.heading_place(columns_[each]), "total.agrees",
        {fmt::format("{}の合計 {}件は内訳の和と一致します", heading(each), agreed_[each]),
         fmt::format("{} totals of {} are the sums of their rows", agreed_[each], heading(each))});
  }

  const Subject& subject_;
  int number_;
  const Source& source_;
  const Table& table_;
  std::vector<int> columns_, keys_;
  std::vector<int> agreed_;
  int last_ = 0, rows_ = 0;
  std::map<std::pair<RowRole, std::vector<int>>, Sums> sums_;
};

void check_total_column(const Subject& subject, int number, const Unpivot& unpivot) {
  const Table& table = subject.table(number);
  const auto total_column = table.column(unpivot.total);
  if (unpivot.total.empty() || !total_column) return;
  if (!adds_up(subject.publication, unpivot.measure)) return;
  Sum whole;
  int agreed = 0, all = 0;
  for (int row = 0; row < table.rows(); ++row) {
    const auto total = subject.printed(number, row, *total_column);
    if (!total) continue;
    Sum sum;
    for (const auto& [heading, code] : unpivot.columns)
      if (const auto column = table.column(heading)) sum.add(subject.figure(number, row, *column));
    ++all;
    if (!agrees(sum, *total))
      report_difference(subject, table.place(row, *total_column), unpivot.total, *total, sum, "列",
                        "columns");
    else if (sum.gaps == 0)
      ++agreed;
    if (subject.role(number, row) == RowRole::counted) whole.add(*total);
  }
  if (agreed == 0 || agreed < all) return;
  const std::string shown = to_shown(whole.total);
  subject.note(table.heading_place(*total_column), "total.agrees",
               {fmt::format("{}は{}行すべてで{}列の和と一致します（計 {}）", unpivot.total, agreed,
                            unpivot.columns.size(), shown),
                fmt::format("{} is the sum of {} columns in all {} rows ({} in all)", unpivot.total,
                            unpivot.columns.size(), agreed, shown)});
}

}  // namespace

void check_total_rows(const Subject& subject) {
  for (int number = 0; number < subject.sources(); ++number)
    if (subject.has_figures(number) && subject.source(number).total_row)
      TotalRows(subject, number).check();
}

void check_total_columns(const Subject& subject) {
  for (int number = 0; number < subject.sources(); ++number)
    if (subject.has_figures(number))
      for (const Unpivot& unpivot : subject.source(number).unpivots)
        check_total_column(subject, number, unpivot);
}

}  // namespace yokoten
