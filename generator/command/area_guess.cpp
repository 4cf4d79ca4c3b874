#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>
#include <unordered_map>

#include "base/text.h"
#include "command/column_words.h"
#include "command/table_guess.h"
#include "command/told_list.h"
#include "measure/resolve.h"
#include "model/source.h"
#include "model/total_words.h"

namespace yokoten {
namespace {

constexpr std::string_view kCounty = "郡";
constexpr std::size_t kLongestName = 100;  // bytes, with prefecture, county and blanks
constexpr int kFirstNames = 8;             // that tell whose municipalities stand in a column
constexpr double kMostNames = 0.8;         // of a column's cells name an area

/// What may stand for an area in a column.
enum class AreaSpelling {
  name,        ///< no digits
  short_code,  ///< and codes with and without their check digit
  full_code    ///< and codes with their check digit
};

// Short numbers are counts or places before they are codes.
bool is_spelt(std::string_view cell, AreaSpelling spelling) {
  if (!is_digits(folded(cell))) return !cell.empty();
  if (spelling == AreaSpelling::name) return false;
  return cell.size() >= (spelling == AreaSpelling::full_code ? 6U : 5U);
}

// With its county in front, too. No name is looked for that is merely near: this is asked of many
// cells that name nothing.
bool is_municipality_of(const Areas& areas, int prefecture, const std::string& name) {
  const auto is_name = [&](const std::string& text) {
    return !text.empty() && (areas.by_name(prefecture, text) != Areas::none ||
                             areas.by_variant(prefecture, text) != Areas::none);
  };
  const std::size_t county = name.find(kCounty);
  return is_name(name) ||
         (county != std::string::npos && is_name(name.substr(county + kCounty.size())));
}

/// Which cells name areas; each text is looked for once.
class AreaNames {
 public:
  AreaNames(const Areas& areas, Source source) : areas_(areas), source_(std::move(source)) {}

  bool names(std::string_view front, std::string_view cell, AreaSpelling spelling) {
    if (!is_spelt(cell, spelling)) return false;
    const auto [at, added] =
        known_.try_emplace(std::string(front) + '\x1f' + std::string(cell), false);
    if (added) at->second = named_area(areas_, source_, front, cell) != Areas::none;
    return at->second;
  }

 private:
  const Areas& areas_;
  Source source_;
  std::unordered_map<std::string, bool> known_;
};

std::set<std::string> all_counties(const Areas& areas) {
  std::set<std::string> counties;
  for (const int prefecture : areas.prefectures())
    for (const int child : areas.children(prefecture)) counties.insert(areas.at(child).county);
  counties.erase("");
  return counties;
}

class AreaGuesser {
 public:
  AreaGuesser(const Table& table, const Areas& areas, TableGuess& guess)
      : table_(table), areas_(areas), guess_(guess), counties_(all_counties(areas)) {}

  void guess() {
    find_area();
    Source source = source_of(guess_.level);
    source.home = guess_.home;
    if (guess_.prefecture >= 0) source.prefecture_column = heading_of(table_, guess_.prefecture);
    AreaNames names(areas_, source);
    for (int row = 0; row < table_.rows(); ++row)
      guess_.rows.push_back(guess_.area < 0 ? kind_without_area(row) : kind_of(row, names));
    if (is_of_nation_) guess_.rows.assign(guess_.rows.size(), RowGuess::counted);
    tell_unknown();
  }

 private:
  std::string_view cell(int row, int column) const {
    return column < 0 ? std::string_view() : trimmed_text(table_.cell(row, column));
  }

  static Source source_of(AreaLevel level) {
    Source source;
    source.level = level;
    return source;
  }

  // One text and nothing else; a merge may repeat it.
  bool is_lonely(int row) const {
    std::string_view only;
    for (int column = 0; column < table_.columns(); ++column) {
      const std::string_view text = cell(row, column);
      if (!text.empty() && !only.empty() && text != only) return false;
      if (!text.empty()) only = text;
    }
    return !only.empty();
  }

  bool may_name(int row, int column) const {
    const std::string_view text = cell(row, column);
    return !text.empty() && total_word(text) == TotalWord::none && !is_lonely(row) &&
           !is_county(text);
  }

  // 八頭郡, 鳥取県八頭郡: the sum of its towns.
  bool is_county(std::string_view text) const {
    if (!text.ends_with(kCounty)) return false;
    std::string name = tight_text(text);
    for (const int each : areas_.prefectures())
      if (name.starts_with(areas_.at(each).name)) name.erase(0, areas_.at(each).name.size());
    return counties_.contains(name);
  }

  // Beside a column of prefectures only rows that name one can tell.
  double share(int column, AreaNames& names, AreaSpelling spelling, int front = -1,
               std::string_view home = {}) const {
    int filled = 0, good = 0;
    for (int row = 0; row < table_.rows(); ++row) {
      if (!may_name(row, column) || (front >= 0 && cell(row, front).empty())) continue;
      if (!home.empty() && tight_text(cell(row, column)) == home) continue;  // the total
      ++filled;
      good += names.names(cell(row, front), cell(row, column), spelling) ? 1 : 0;
    }
    return filled == 0 ? 0 : static_cast<double>(good) / filled;
  }

  // 補助単価 of 10,000 and 20,000 yen are no prefectures.
  AreaSpelling spelling(int column) const {
    return heads_area_codes(heading_of(table_, column)) ? AreaSpelling::short_code
                                                        : AreaSpelling::name;
  }

  // Names and what is called a code come first, then whatever has the check digits of codes.
  void find_area() {
    find_named_or_coded([&](int column) { return spelling(column); });
    if (guess_.area < 0) find_own_municipalities();
    if (guess_.area < 0) find_named_or_coded([](int) { return AreaSpelling::full_code; });
    find_municipality();
    if (guess_.area < 0) find_nation();
  }

  void find_named_or_coded(const std::function<AreaSpelling(int)>& spelling_of) {
    for (const AreaLevel level : {AreaLevel::prefecture, AreaLevel::municipality}) {
      AreaNames names(areas_, source_of(level));
      for (int column = 0; column < table_.columns() && guess_.area < 0; ++column)
        if (share(column, names, spelling_of(column)) >= kMostNames) {
          guess_.area = column;
          guess_.level = level;
        }
    }
  }

  // Figures of the nation alone: 全国 in every row, which is no total of others then.
  void find_nation() {
    for (int column = 0; column < table_.columns() && guess_.area < 0; ++column) {
      int row = 0;
      while (row < table_.rows() && cell(row, column) == areas_.at(Areas::nation).name) ++row;
      is_of_nation_ = row > 0 && row == table_.rows();
      if (is_of_nation_) guess_.area = column;
    }
  }

  // A column of municipalities beside that of their prefectures.
  void find_municipality() {
    if (guess_.area < 0 || guess_.level != AreaLevel::prefecture) return;
    Source source = source_of(AreaLevel::municipality);
    source.prefecture_column = heading_of(table_, guess_.area);
    AreaNames names(areas_, source);
    for (int column = 0; column < table_.columns(); ++column) {
      const bool is_named = column != guess_.area &&
                            share(column, names, spelling(column), guess_.area) >= kMostNames;
      if (!is_named) continue;
      guess_.prefecture = guess_.area;
      guess_.area = column;
      guess_.level = AreaLevel::municipality;
      return;
    }
  }

  // Of the prefecture one of the first names is a town of: above it its own total may stand, or
  // 市部, 県内.
  bool has_towns_of(int prefecture, int column) const {
    int seen = 0;
    for (int row = 0; row < table_.rows() && seen < kFirstNames; ++row) {
      if (!may_name(row, column)) continue;
      ++seen;
      if (is_spelt(cell(row, column), AreaSpelling::name) &&
          is_municipality_of(areas_, prefecture, tight_text(cell(row, column))))
        return true;
    }
    return false;
  }

  // A column of municipalities without their prefecture, as a prefecture's own tables have it.
  // Where none of the first names is that of a prefecture's, the others are not looked at.
  void find_own_municipalities() {
    double most = kMostNames;
    for (int column = 0; column < table_.columns() && guess_.area < 0; ++column)
      for (const int prefecture : areas_.prefectures()) {
        if (!has_towns_of(prefecture, column)) continue;
        Source source = source_of(AreaLevel::municipality);
        source.home = areas_.at(prefecture).name;
        AreaNames names(areas_, source);
        const double named = share(column, names, AreaSpelling::name, -1, source.home);
        if (named < most || (named == most && !guess_.home.empty())) continue;
        most = named;
        guess_.area = column;
        guess_.level = AreaLevel::municipality;
        guess_.home = source.home;
      }
  }

  static RowGuess kind_of(TotalWord word) {
    return word == TotalWord::whole ? RowGuess::whole : RowGuess::part;
  }

  RowGuess kind_of(int row, AreaNames& names) const {
    const std::string_view name = cell(row, guess_.area);
    const TotalWord word = total_word(name);
    if (word != TotalWord::none) return kind_of(word);
    if (names.names(cell(row, guess_.prefecture), name, AreaSpelling::short_code))
      return RowGuess::counted;
    if (guess_.level == AreaLevel::municipality && names_prefecture(areas_, name))
      return RowGuess::whole;
    if (is_county(name) && !is_lonely(row)) return RowGuess::part;
    for (int column = 0; name.empty() && column < table_.columns(); ++column)
      if (const TotalWord other = total_word(cell(row, column)); other != TotalWord::none)
        return kind_of(other);
    return is_lonely(row) ? RowGuess::region : RowGuess::unknown;
  }

  // Nothing but a plain word for totals is sure here.
  RowGuess kind_without_area(int row) const {
    for (int column = 0; column < table_.columns(); ++column)
      if (total_word(cell(row, column)) == TotalWord::whole) return RowGuess::whole;
    return RowGuess::counted;
  }

  void tell_unknown() {
    ToldList unknown;
    std::size_t empty = 0;
    for (int row = 0; row < table_.rows(); ++row) {
      if (guess_.rows[static_cast<std::size_t>(row)] != RowGuess::unknown) continue;
      if (cell(row, guess_.area).empty())
        ++empty;
      else
        unknown.add(told_cell(table_, row, guess_.area));
    }
    if (!unknown.empty()) tell_no_areas(unknown);
    if (empty == 0) return;
    guess_.remarks.push_back(
        {fmt::format(
             "地域の列が空の行が{}行あります。上の行と同じ地域のことなら、表の各行に地域名を"
             "書く",
             empty),
         fmt::format("rows without an area: {}. If they are of the area above, write its name in "
                     "each row of the table",
                     empty)});
  }

  void tell_no_areas(const ToldList& unknown) {
    const Message rows = unknown.text();
    guess_.remarks.push_back(
        {fmt::format(
             "地域の名でない行が{}行あります: {}。ほかの行の計なら of_which に、表の行でなけれ"
             "ば skip に書く",
             unknown.size(), rows.ja),
         fmt::format("rows that name no area: {} ({}). Sums of other rows go to of_which, what is "
                     "no row of the table to skip",
                     unknown.size(), rows.en)});
  }

  const Table& table_;
  const Areas& areas_;
  TableGuess& guess_;
  const std::set<std::string> counties_;
  bool is_of_nation_ = false;
};

}  // namespace

const std::string& heading_of(const Table& table, int column) {
  return table.header()[static_cast<std::size_t>(column)];
}

bool names_any_area(const Areas& areas, std::string_view cell) {
  if (cell.size() > kLongestName) return false;
  const std::string name = tight_text(cell);
  if (name == areas.at(Areas::nation).name) return true;
  const auto prefectures = areas.prefectures();
  return std::any_of(prefectures.begin(), prefectures.end(), [&](int each) {
    const Area& prefecture = areas.at(each);
    if (name == prefecture.name || name == prefecture.short_name) return true;
    const bool leads = name.starts_with(prefecture.name);
    return is_municipality_of(areas, each, leads ? name.substr(prefecture.name.size()) : name);
  });
}

void guess_areas(const Table& table, const Areas& areas, TableGuess& guess) {
  AreaGuesser(table, areas, guess).guess();
}

}  // namespace yokoten
