#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/text.h"
#include "command/column_words.h"
#include "command/table_guess.h"
#include "command/told_list.h"
#include "model/provenance.h"
#include "model/total_words.h"

namespace yokoten {
namespace {

constexpr int kFewestThings = 2;  // columns that only a list of offices or the like has

class RowGuesser {
 public:
  RowGuesser(const Table& table, TableGuess& guess) : table_(table), guess_(guess) {}

  void guess() {
    find_list();
    if (!guess_.shown.empty()) return;
    find_breakdown();
    find_repeated_totals();
    say_totals();
    tell_rates();
    tell_regions();
  }

 private:
  using Rows = std::vector<int>;

  std::string_view cell(int row, int column) const {
    return column < 0 ? std::string_view() : table_.cell(row, column);
  }
  RowGuess& kind(int row) { return guess_.rows[static_cast<std::size_t>(row)]; }
  Rows rows_of(RowGuess wanted) {
    Rows rows;
    for (int row = 0; row < table_.rows(); ++row)
      if (kind(row) == wanted) rows.push_back(row);
    return rows;
  }

  std::string key_of(int row, int more) const {
    std::string key;
    for (const int column : {guess_.prefecture, guess_.area, guess_.period_column, more})
      key += std::string(cell(row, column)) + '\x1f';
    return key;
  }

  // The first row that stands for the same as an earlier one, and that one.
  std::optional<std::pair<int, int>> first_twice(const Rows& rows, int more) const {
    std::map<std::string, int> seen;
    for (const int row : rows)
      if (const auto [at, added] = seen.try_emplace(key_of(row, more), row); !added)
        return std::pair(at->second, row);
    return std::nullopt;
  }

  // Its texts come back, as those of a remark don't, or one of them is 計; no row lacks one.
  bool tells_apart(const Rows& rows, int column) const {
    std::set<std::string_view> texts;
    for (const int row : rows) texts.insert(cell(row, column));
    const bool recur = texts.size() * 2 <= rows.size() ||
                       std::any_of(texts.begin(), texts.end(), [](std::string_view text) {
                         return total_word(text) == TotalWord::whole;
                       });
    return recur && !texts.contains({}) && !first_twice(rows, column);
  }

  void find_list();
  bool can_be_shown(int column) const;
  void find_breakdown();
  void tell_alike(int row, int again);
  void tell_unread_periods(const Message& heading);
  void tell_measures(const Message& told, std::string_view heading, std::string_view cell);
  void find_repeated_totals();
  void say_totals();
  void say_parted_totals(const Rows& wholes, Rows parts);
  void tell_rates();
  void tell_regions();
  bool is_said_by(const Rows& rows, int column, const std::set<std::string_view>& words);
  WordRows rule_of(const Rows& rows);
  void tell_unsaid(const Rows& rows, const char* key);
  Rows parted(TotalWord word);

  const Table& table_;
  TableGuess& guess_;
};

bool RowGuesser::can_be_shown(int column) const {
  const std::string& heading = heading_of(table_, column);
  if (heads_positions(heading) || column == guess_.area || column == guess_.prefecture)
    return false;
  const auto left = std::find_if(guess_.left.begin(), guess_.left.end(),
                                 [&](const LeftColumn& each) { return each.column == column; });
  return left == guess_.left.end() || left->is_text || heads_single_things(heading);
}

// 事業所名, 所在地, 電話番号: each row is of a single office, and its figures are none of an area.
// Where each area has one row, they may be.
void RowGuesser::find_list() {
  const auto things = std::count_if(table_.header().begin(), table_.header().end(),
                                    [](const auto& each) { return heads_single_things(each); });
  const Rows rows = rows_of(RowGuess::counted);
  const bool has_figures = !guess_.figures.empty() || !guess_.periods.empty();
  if (things < kFewestThings || (has_figures && !first_twice(rows, -1))) return;
  for (int column = 0; column < table_.columns(); ++column)
    if (can_be_shown(column)) guess_.shown.push_back(column);
  const std::set<int> shown(guess_.shown.begin(), guess_.shown.end());
  std::erase_if(guess_.left, [&](const LeftColumn& each) { return shown.contains(each.column); });
  guess_.figures.clear();
  guess_.periods.clear();
  guess_.symbols.clear();
  guess_.remarks.push_back(
      {"1行が一つの事業所などの一覧とみました。shown は載せる列で、選ぶ。地域ごとに数えるなら kind "
       "を "
       "\"list\" にする",
       "each row seems to be of a single office or the like; choose what is shown. kind = \"list\" "
       "counts the rows of each area"});
}

void RowGuesser::find_breakdown() {
  const Rows rows = rows_of(RowGuess::counted);
  const auto twice = guess_.area < 0 ? std::nullopt : first_twice(rows, -1);
  if (!twice) return;
  const auto found = std::find_if(
      guess_.left.begin(), guess_.left.end(),
      [&](const LeftColumn& each) { return each.is_text && tells_apart(rows, each.column); });
  if (found == guess_.left.end()) return tell_alike(twice->first, twice->second);
  const std::string& heading = heading_of(table_, found->column);
  if (heads_periods(heading)) return tell_unread_periods(told_words(heading));
  if (heads_measures(heading))
    return tell_measures(told_words(heading), heading, cell(rows.front(), found->column));
  guess_.breakdown = found->column;
  guess_.left.erase(found);
}

void RowGuesser::tell_alike(int row, int again) {
  const Message first = told_cell(table_, row, guess_.area), second = told_row(table_, again);
  guess_.remarks.push_back(
      {fmt::format("同じ地域の行が二つ以上あり、何の違いか一つの列からは分かりません: {}と{}",
                   first.ja, second.ja),
       fmt::format("an area has several rows, and no single column tells them apart: {} and {}",
                   first.en, second.en)});
}

void RowGuesser::tell_unread_periods(const Message& heading) {
  guess_.remarks.push_back(
      {heading.ja + "は時点の列のようですが、時点と読めないセルがあるので period に書けません。"
                    "「令和6年5月」のように年から書けば読めます",
       heading.en +
           " seems to hold periods, but has cells that can't be read, and is no period so; "
           "write them from the year on, such as 2024年5月"});
}

void RowGuesser::tell_measures(const Message& told, std::string_view heading,
                               std::string_view cell) {
  const std::string rule = fmt::format("only = {{ {} = {} }}", toml_text(heading), toml_text(cell));
  guess_.remarks.push_back(
      {fmt::format("{}が異なる数値を縦に並べています。{} のように一つずつ読む", told.ja, rule),
       fmt::format("{} puts different figures one below the other; read one at a time, such as {}",
                   told.en, rule)});
}

// 計 below every region or beside 合計, or 鳥取県計 and 島根県計: parts of the whole, where no
// column says of what.
void RowGuesser::find_repeated_totals() {
  std::map<std::string, Rows> by_word;
  std::set<std::string> of_prefectures;
  for (const int row : rows_of(RowGuess::whole)) {
    std::string word;
    for (int column = 0; column < table_.columns(); ++column)
      if (total_word(cell(row, column)) == TotalWord::whole) word = tight_text(cell(row, column));
    by_word[word].push_back(row);
    if (word.ends_with("県計") || word.ends_with("府計")) of_prefectures.insert(word);
  }
  const bool many = guess_.prefecture < 0 && of_prefectures.size() > 1;
  const bool has_more = by_word.contains("合計") || by_word.contains("総計");
  for (const auto& [word, rows] : by_word)
    if (first_twice(rows, guess_.breakdown) || (many && of_prefectures.contains(word)) ||
        (has_more && word == "計"))
      for (const int row : rows) kind(row) = RowGuess::part;
}

// Whether these words in the column name these rows and none that counts.
bool RowGuesser::is_said_by(const Rows& rows, int column, const std::set<std::string_view>& words) {
  const bool named = std::all_of(rows.begin(), rows.end(), [&](int row) {
    const std::string_view text = cell(row, column);
    // 鳥取県, or its code, or a county among their towns.
    const RowGuess kind = guess_.rows[static_cast<std::size_t>(row)];
    const bool holds_towns = column == guess_.area && !text.empty() &&
                             (kind == RowGuess::whole || kind == RowGuess::part);
    return total_word(text) != TotalWord::none || holds_towns;
  });
  if (!named) return false;
  const std::set<int> meant(rows.begin(), rows.end());
  for (int row = 0; row < table_.rows(); ++row)
    if (words.contains(cell(row, column)) && !meant.contains(row)) return false;
  return true;
}

// The column of areas first, then the others from the left.
WordRows RowGuesser::rule_of(const Rows& rows) {
  std::vector<int> columns = {guess_.area};
  for (int column = 0; column < table_.columns(); ++column) columns.push_back(column);
  for (const int column : columns) {
    std::set<std::string_view> words;
    for (const int row : rows) words.insert(cell(row, column));
    if (column >= 0 && is_said_by(rows, column, words))
      return {column, {words.begin(), words.end()}};
  }
  return {};
}

void RowGuesser::tell_unsaid(const Rows& rows, const char* key) {
  ToldList list;
  for (const int row : rows) list.add(told_row(table_, row));
  const Message told = list.text();
  guess_.remarks.push_back(
      {fmt::format("計らしい行（{}）を一つの列の文字では示せません。{} か skip で外す", told.ja,
                   key),
       fmt::format("no text in a single column names the rows that look like totals ({}); leave "
                   "them out by {} or skip",
                   told.en, key)});
}

// Rows of an area whose breakdown is such a word.
RowGuesser::Rows RowGuesser::parted(TotalWord word) {
  Rows rows;
  for (const int row : rows_of(RowGuess::counted))
    if (guess_.breakdown >= 0 && total_word(cell(row, guess_.breakdown)) == word)
      rows.push_back(row);
  return rows;
}

void RowGuesser::say_totals() {
  const Rows wholes = rows_of(RowGuess::whole);
  Rows parts = rows_of(RowGuess::part);
  if (!parted(TotalWord::whole).empty()) return say_parted_totals(wholes, std::move(parts));
  const Rows part_rows = parted(TotalWord::part);
  parts.insert(parts.end(), part_rows.begin(), part_rows.end());
  if (!wholes.empty()) guess_.total = rule_of(wholes);
  if (!wholes.empty() && guess_.total.column < 0) tell_unsaid(wholes, "total_row");
  if (!parts.empty()) guess_.parts = rule_of(parts);
  if (!parts.empty() && guess_.parts.column < 0) tell_unsaid(parts, "of_which");
}

// 計 of each area beside its parts: these are the totals, and rows that sum up areas are left out.
// 全国 names an area, and stays.
void RowGuesser::say_parted_totals(const Rows& wholes, Rows parts) {
  std::set<std::string> words;
  for (const int row : parted(TotalWord::whole)) words.emplace(cell(row, guess_.breakdown));
  for (const int row : wholes) {
    if (cell(row, guess_.area) == "全国") {
      kind(row) = RowGuess::counted;
      continue;
    }
    parts.push_back(row);
    words.emplace(cell(row, guess_.area));
  }
  guess_.total = {guess_.breakdown, {words.begin(), words.end()}};
  const Rows part_rows = parted(TotalWord::part);
  parts.insert(parts.end(), part_rows.begin(), part_rows.end());
  if (parts.empty()) return;
  guess_.parts = rule_of(parts);
  if (guess_.parts.column < 0) tell_unsaid(parts, "of_which");
}

// A printed rate of the total is no sum, and check() says so until an indicator tells that it is
// one.
void RowGuesser::tell_rates() {
  ToldList rates;
  for (const int column : guess_.figures)
    if (heads_rates(heading_of(table_, column))) rates.add(told_words(heading_of(table_, column)));
  if (rates.empty() || guess_.total.column < 0) return;
  const Message told = rates.text();
  guess_.remarks.push_back(
      {fmt::format("率は合計と合いません: {}。単位が % の指標か adds_up = false の指標で使うか、"
                   "[[source.printed]] に移す",
                   told.ja),
       fmt::format("rates do not add up to a total: {}. Use them in indicators in % or with "
                   "adds_up = false, or move them to [[source.printed]]",
                   told.en)});
}

void RowGuesser::tell_regions() {
  ToldList regions;
  for (const int row : rows_of(RowGuess::region)) regions.add(told_cell(table_, row, guess_.area));
  if (regions.empty()) return;
  const Message told = regions.text();
  guess_.remarks.push_back({told.ja + " は名前だけの行なので、skip に入れました",
                            told.en + ": rows of a name alone, which skip leaves out"});
}

}  // namespace

void guess_rows(const Table& table, TableGuess& guess) { RowGuesser(table, guess).guess(); }

}  // namespace yokoten
