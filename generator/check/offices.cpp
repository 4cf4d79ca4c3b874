#include "check/offices.h"

#include <fmt/format.h>

#include <set>

#include "base/text.h"
#include "model/home_area.h"
#include "model/office_number.h"

namespace yokoten {
namespace {

Message structure_message(OfficeFault fault, const std::string& number) {
  if (fault == OfficeFault::length)
    return number.size() == 9
               ? Message{"事業所番号「" + number +
                             "」は9桁です。先頭の0が落ちていないか確かめてください",
                         "the office number " + number +
                             " has 9 characters; a leading zero may be lost"}
               : Message{"事業所番号「" + number + "」は10桁ではありません",
                         "the office number " + number + " does not have 10 characters"};
  if (fault == OfficeFault::letters)
    return {"事業所番号「" + number + "」に使えない文字があります（0-9、I・O・Q以外の大文字）",
            "the office number " + number +
                " has other characters than 0-9 and capitals without I, O, Q"};
  if (fault == OfficeFault::prefecture)
    return {"事業所番号「" + number + "」の先頭2桁は都道府県の番号（01-47）ではありません",
            "the first two digits of the office number " + number + " are no prefecture (01-47)"};
  return {"事業所番号「" + number + "」の3桁めの区分は知られていません",
          "the third character of the office number " + number + " is no known kind"};
}

class Offices {
 public:
  Offices(const Subject& subject, int source, int column)
      : subject_(subject),
        source_(source),
        column_(column),
        kinds_(subject.source(source).office_kinds.empty() ? std::string(office_kinds)
                                                           : subject.source(source).office_kinds) {
    for (const EffectReport& each : subject.measured.effects.reports)
      if (each.source == source && each.superseded) settled_.insert(each.row);
  }

  void check() const {
    const Table& table = subject_.table(source_);
    std::vector<int> restored;
    for (int row = 0; row < table.rows(); ++row) {
      const std::string number = folded(table.cell(row, column_));
      const bool counted = subject_.role(source_, row) == RowRole::counted;
      if (number.empty() || !counted || settled_.contains(row)) continue;
      const std::string full = restored_office_number(number, prefecture_of(row));
      if (full != number && fault_of_office(full) != OfficeFault::test) restored.push_back(row);
      check(row, full);
    }
    note_restored(restored);
  }

 private:
  // The prefecture's two digits; empty where neither row nor publication tells it.
  std::string_view prefecture_of(int row) const {
    const int area = subject_.measured.rows[static_cast<std::size_t>(source_)].area(row);
    if (area != Areas::none) return subject_.areas.prefecture_number(area);
    return subject_.areas.prefecture_number(home_area(subject_.publication, subject_.areas));
  }

  void note_restored(const std::vector<int>& rows) const {
    if (rows.empty()) return;
    const std::string number = folded(subject_.table(source_).cell(rows.front(), column_));
    subject_.note(
        subject_.table(source_).place(rows.front(), column_), "office.zero",
        {fmt::format("先頭の0が落ちた事業所番号が{}件あります（例 {}）。0を補って読みました",
                     rows.size(), number),
         fmt::format("{} office numbers have lost their leading zero (such as {}); they are read "
                     "with it",
                     rows.size(), number)});
  }

  void check(int row, const std::string& number) const {
    const Place place = subject_.table(source_).place(row, column_);
    switch (const OfficeFault fault = fault_of_office(number, kinds_)) {
      case OfficeFault::none:
        return check_prefecture(row, number);
      case OfficeFault::test:
        return note_test(place);
      case OfficeFault::check_digit:
        return subject_.warning(
            place, "office.digit",
            {fmt::format("事業所番号「{}」の検証番号（10桁め）が合いません。{} のはずです", number,
                         office_check_digit(std::string_view(number).substr(0, 9))),
             fmt::format("the check digit of the office number {} should be {}", number,
                         office_check_digit(std::string_view(number).substr(0, 9)))});
      default:
        return subject_.warning(place, "office.number", structure_message(fault, number));
    }
  }

  // Of reports they are set aside; a table of other figures has counted them somewhere else.
  void note_test(const Place& place) const {
    if (subject_.source(source_).report)
      return subject_.note(place, "office.test",
                           {"0000000000 は試しの入力なので、数えていません",
                            "0000000000 is a test entry; it is not counted"});
    subject_.note(place, "office.test",
                  {"0000000000 は試しの入力です。数えないでください",
                   "0000000000 is a test entry; leave it out of the count"});
  }

  void check_prefecture(int row, const std::string& number) const {
    const int area = subject_.measured.rows[static_cast<std::size_t>(source_)].area(row);
    if (area == Areas::none || area == Areas::nation) return;
    if (number.starts_with(subject_.areas.prefecture_number(area))) return;
    const std::string& name = subject_.areas.at(subject_.areas.prefecture_of(area)).name;
    subject_.warning(
        subject_.table(source_).place(row, column_), "office.prefecture",
        {fmt::format("事業所番号「{}」の都道府県（先頭2桁）は{}ではありません", number, name),
         fmt::format("the first two digits of the office number {} are not those of {}", number,
                     name)});
  }

  const Subject& subject_;
  int source_, column_;
  std::string kinds_;
  std::set<int> settled_;  ///< rows of reports that a later one has replaced
};

}  // namespace

void check_offices(const Subject& subject) {
  for (int source = 0; source < subject.sources(); ++source) {
    const std::string& heading = subject.source(source).office_column;
    const auto column = subject.table(source).column(heading);
    if (!heading.empty() && column) Offices(subject, source, *column).check();
  }
}

}  // namespace yokoten
