#include "check/names_beside.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "model/former_names.h"

namespace yokoten {
namespace {

constexpr int kFewestRows = 5;     // that agree, to know what a column holds
constexpr std::size_t kLook = 50;  // rows that tell whether a column is worth reading
constexpr std::size_t kMostTold = 20;

std::string_view without(std::string_view front, std::string_view text) {
  return text.starts_with(front) ? trimmed_text(text.substr(front.size())) : text;
}

/// What a column may say of a row's area.
enum class Says { name, prefecture, code };

class Beside {
 public:
  Beside(const Subject& subject, int number)
      : subject_(subject),
        table_(subject.table(number)),
        rows_(subject.measured.rows[static_cast<std::size_t>(number)]) {}

  void check(int column) const {
    for (const Says what : {Says::name, Says::prefecture, Says::code})
      if (mostly(what, column, kLook) && mostly(what, column, rows_.size()))
        return report(what, column);
  }

 private:
  /// Takes as many rows that name an area as there are, but not more than `most`.
  template <typename Take>
  void each_row(std::size_t most, const Take& take) const {
    for (std::size_t row = 0; row < rows_.size() && most > 0; ++row) {
      const int area = rows_[row].area;
      if (area == Areas::none || area == Areas::nation ||
          subject_.areas.at(area).level == AreaLevel::municipal_union)
        continue;
      take(static_cast<int>(row), area);
      --most;
    }
  }

  const Area& parent(const Area& area) const {
    return area.level == AreaLevel::prefecture ? area : subject_.areas.at(area.parent);
  }

  // 富谷町 beside 富谷市 of today differs in time only.
  bool is_today(int id, const AreaChanges& changes) const {
    return !changes.empty() && same_area_today(subject_.areas, changes) == id;
  }

  bool is_named(int id, std::string_view text) const {
    const Area& area = subject_.areas.at(id);
    if (area.level == AreaLevel::prefecture) return text == area.name || text == area.short_name;
    const std::string_view name = without(area.county, without(parent(area).name, text));
    return name == area.name || subject_.areas.by_variant(area.parent, name) == id ||
           is_today(id, changes_of_name(subject_.areas, area.parent, name));
  }

  bool agrees(Says what, int id, std::string_view text) const {
    const Area& area = subject_.areas.at(id);
    if (what == Says::name) return is_named(id, text);
    if (what == Says::prefecture)
      return text == parent(area).name || text == parent(area).short_name;
    return text == area.code || (text.size() == 5 && area.code.starts_with(text)) ||
           is_today(id, changes_of_code(subject_.areas, text));
  }

  // Nine of ten of the rows that say something.
  bool mostly(Says what, int column, std::size_t rows) const {
    int good = 0, all = 0;
    each_row(rows, [&](int row, int id) {
      const std::string_view text = trimmed_text(table_.cell(row, column));
      if (text.empty()) return;
      ++all;
      if (agrees(what, id, text)) ++good;
    });
    return good >= kFewestRows && good * 10 >= all * 9;
  }

  void report(Says what, int column) const {
    std::size_t told = 0;
    each_row(rows_.size(), [&](int row, int id) {
      const std::string_view text = trimmed_text(table_.cell(row, column));
      if (text.empty() || agrees(what, id, text) || ++told > kMostTold) return;
      const Area& area = subject_.areas.at(id);
      const std::string& own = table_.header()[static_cast<std::size_t>(column)];
      const std::string right =
          area.level == AreaLevel::prefecture ? area.name : parent(area).name + area.name;
      subject_.warning(
          table_.place(row, column), "name.differs",
          {fmt::format("{}は「{}」ですが、この行は {}（{}）として読みました。どちらかの誤記なら "
                       "corrections.toml で正してください",
                       own, text, right, area.code),
           fmt::format(
               "{} is \"{}\", but the row was read as {} ({}); correct whichever is wrong in "
               "corrections.toml",
               own, text, right, area.code)});
    });
  }

  const Subject& subject_;
  const Table& table_;
  const RowReadings& rows_;
};

}  // namespace

void check_names_beside(const Subject& subject) {
  for (int number = 0; number < subject.sources(); ++number) {
    const Source& source = subject.source(number);
    const Table& table = subject.table(number);
    if (!subject.has_figures(number) || source.area_column.empty() || table.rows() < kFewestRows)
      continue;
    const Beside beside(subject, number);
    for (int column = 0; column < table.columns(); ++column) {
      const std::string& heading = table.header()[static_cast<std::size_t>(column)];
      if (heading != source.area_column && heading != source.prefecture_column)
        beside.check(column);
    }
  }
}

}  // namespace yokoten
