#include "measure/resolve.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/excerpt.h"
#include "base/text.h"
#include "measure/area_code.h"
#include "measure/candidates.h"
#include "model/cell_number.h"

namespace yokoten {
namespace {

constexpr std::string_view wide_digits = "\xEF\xBC";  // in front of ０ to ９ in UTF-8

Resolution told(int area, AreaMatch match) {
  return {area, match, AreaFault::none, Areas::none, {}, {}};
}

Resolution fault(AreaFault kind, int prefecture, std::string_view name,
                 std::vector<int> candidates = {}) {
  return {Areas::none, AreaMatch::none, kind, prefecture, std::string(name), std::move(candidates)};
}

bool fits(const Areas& areas, int area, AreaLevel level) {
  return areas.at(area).level == level || area == Areas::nation;
}

// What stands for the area now comes first among what may be meant; of a ward, which became another
// one, that is nothing.
Resolution changed(const Areas& areas, Resolution found, AreaChanges changes) {
  std::vector<int> now;
  for (const AreaChange* each : changes)
    if (const int area = areas.by_code(each->new_code); area != Areas::none) now.push_back(area);
  for (const int area : now) std::erase(found.candidates, area);
  found.candidates.insert(found.candidates.begin(), now.begin(), now.end());
  found.candidates.resize(std::min(found.candidates.size(), most_candidates));
  found.former = same_area_today(areas, changes);
  found.changes = std::move(changes);
  return found;
}

// A wrong check digit, or the leading zero that spreadsheets drop of six digits or of five.
Resolution bad_code(const Areas& areas, std::string_view digits) {
  std::optional<std::string> mended;
  if (digits.size() == 6) mended = six_digit_code(digits.substr(0, 5));
  if (digits.size() == 5 || digits.size() == 4) mended = six_digit_code('0' + std::string(digits));
  const int meant = mended ? areas.by_code(*mended) : Areas::none;
  Resolution found = fault(AreaFault::bad_code, Areas::none, digits,
                           meant == Areas::none ? std::vector<int>{} : std::vector{meant});
  const int city = city_of_ward_code(areas, digits);
  if (city != Areas::none) found.cities = {city};
  return changed(areas, std::move(found), changes_of_code(areas, digits));
}

// Digits are a code, whatever the level; the source's level must be the code's.
Resolution by_digits(const Areas& areas, std::string_view digits, AreaLevel level) {
  const auto code = six_digit_code(digits);
  const int area = code ? areas.by_code(*code) : Areas::none;
  if (area == Areas::none) return bad_code(areas, digits);
  if (!fits(areas, area, level)) return fault(AreaFault::wrong_level, Areas::none, digits, {area});
  return told(area, AreaMatch::code);
}

// As printed, then by its known spellings, then both again in the folded form.
Resolution by_spelling(const Areas& areas, int parent, std::string_view name) {
  if (const int id = areas.by_name(parent, name); id != Areas::none)
    return told(id, AreaMatch::exact);
  if (const int id = areas.by_variant(parent, name); id != Areas::none)
    return told(id, AreaMatch::variant);
  const std::string plain = folded(name);
  for (const int id : {areas.by_name(parent, plain), areas.by_variant(parent, plain)})
    if (id != Areas::none) return told(id, AreaMatch::variant);
  const std::string tight = tight_text(name);  // 鳥　取　市, set apart for the looks
  for (const int id : {areas.by_name(parent, tight), areas.by_variant(parent, tight)})
    if (id != Areas::none) return told(id, AreaMatch::variant);
  return fault(AreaFault::unknown, parent, name);
}

// 青　森, 東京: as ministries print them. Where nothing but prefectures is looked for it can mean
// no city.
int by_short_name(const Areas& areas, std::string_view cell) {
  const std::string tight = tight_text(cell);
  for (const int each : areas.prefectures())
    if (!tight.empty() && areas.at(each).short_name == tight) return each;
  return Areas::none;
}

Resolution prefecture(const Areas& areas, std::string_view cell) {
  if (is_digits(cell)) return by_digits(areas, cell, AreaLevel::prefecture);
  if (cell == areas.at(Areas::nation).name) return told(Areas::nation, AreaMatch::exact);
  if (tight_text(cell) == areas.at(Areas::nation).name)
    return told(Areas::nation, AreaMatch::variant);
  Resolution found = by_spelling(areas, Areas::nation, cell);
  if (found.fault != AreaFault::unknown) return found;
  if (const int area = by_short_name(areas, cell); area != Areas::none)
    return told(area, AreaMatch::variant);
  return found;
}

// 斜里郡小清水町. Names that hold 郡 themselves (郡山市) were found before.
Resolution by_county(const Areas& areas, int parent, std::string_view name) {
  constexpr std::string_view mark = "郡";
  Resolution found = fault(AreaFault::unknown, parent, name);
  for (std::size_t at = name.find(mark); at != name.npos; at = name.find(mark, at + mark.size())) {
    const std::size_t end = at + mark.size();
    const Resolution inner = by_spelling(areas, parent, name.substr(end));
    if (inner.area == Areas::none) continue;
    if (areas.at(inner.area).county == name.substr(0, end))
      return told(inner.area, AreaMatch::county);
    found = fault(AreaFault::wrong_county, parent, name, {inner.area});
  }
  return found;
}

Resolution municipality(const Areas& areas, int parent, std::string_view name) {
  const std::string& prefecture = areas.at(parent).name;
  if (name.empty()) return fault(AreaFault::wrong_level, Areas::none, prefecture, {parent});
  Resolution found = by_spelling(areas, parent, name);
  return found.area == Areas::none ? by_county(areas, parent, name) : found;
}

// The prefecture whose full name the text starts with. No full name is the start of another.
int leading_prefecture(const Areas& areas, std::string_view text) {
  for (const int each : areas.prefectures())
    if (text.starts_with(areas.at(each).name)) return each;
  return Areas::none;
}

std::string_view without(std::string_view front, std::string_view text) {
  return trimmed_text(text.substr(front.size()));
}

// 静　岡　県 alone: what 静岡県 is, too.
int spaced_prefecture(const Areas& areas, std::string_view text) {
  const std::string tight = tight_text(text);
  return tight == text ? Areas::none : areas.by_name(Areas::nation, tight);
}

// `home`: the prefecture whose municipalities need none in front; empty where there is none.
Resolution in_one_column(const Areas& areas, std::string_view text, std::string_view home) {
  const int parent = leading_prefecture(areas, text);
  if (parent == Areas::none && text == areas.at(Areas::nation).name)
    return told(Areas::nation, AreaMatch::exact);
  if (const int spaced = spaced_prefecture(areas, text); spaced != Areas::none)
    return fault(AreaFault::wrong_level, Areas::none, text, {spaced});
  const int own = home.empty() ? Areas::none : areas.by_name(Areas::nation, home);
  if (parent == Areas::none && own != Areas::none) return municipality(areas, own, text);
  if (parent == Areas::none) return fault(AreaFault::no_prefecture, Areas::none, text);
  return municipality(areas, parent, without(areas.at(parent).name, text));
}

// The code decides, but not against the prefecture that stands beside it.
Resolution beside(const Areas& areas, std::string_view front, std::string_view digits,
                  Resolution found) {
  if (found.area == Areas::none || front.empty()) return found;
  const int parent = prefecture(areas, front).area;
  if (parent == Areas::none) return fault(AreaFault::no_prefecture, Areas::nation, front);
  if (parent == Areas::nation || areas.at(found.area).parent == parent) return found;
  return fault(AreaFault::wrong_prefecture, parent, digits, {found.area});
}

Resolution by_digits_of(const Areas& areas, std::string_view front, std::string_view digits) {
  return beside(areas, front, digits, by_digits(areas, digits, AreaLevel::municipality));
}

Resolution in_two_columns(const Areas& areas, std::string_view front, std::string_view name) {
  const int parent = prefecture(areas, front).area;
  if (parent == Areas::none || parent == Areas::nation)
    return fault(AreaFault::no_prefecture, Areas::nation, front);
  const std::string& printed = areas.at(parent).name;
  if (name.starts_with(printed) && areas.by_name(parent, name) == Areas::none)
    name = without(printed, name);  // 鳥取県 | 鳥取県米子市
  return municipality(areas, parent, name);
}

Resolution resolved(const Areas& areas, const Source& source, std::string_view prefecture_cell,
                    std::string_view name) {
  const bool two_columns = !source.prefecture_column.empty();
  if (name.empty())
    return fault(AreaFault::empty,
                 two_columns ? prefecture(areas, trimmed_text(prefecture_cell)).area : Areas::none,
                 name);
  const std::string plain = name.starts_with(wide_digits) ? folded(name) : std::string();
  if (is_digits(plain)) name = plain;
  if (source.level == AreaLevel::prefecture && !two_columns) return prefecture(areas, name);
  if (is_digits(name))
    return by_digits_of(areas, two_columns ? trimmed_text(prefecture_cell) : "", name);
  if (!two_columns) return in_one_column(areas, name, source.home);
  return in_two_columns(areas, trimmed_text(prefecture_cell), name);
}

// 川上村※1, where the source says that the note changes no figure: of one that does, nobody would
// say it at the figures of the row.
std::string_view without_mark(const Source& source, std::string_view name) {
  const std::string_view mark = footnote_mark(name);
  const auto known = mark.empty() ? std::nullopt : meaning_of_note(mark, source);
  const bool is_plain = known && known->flags == 0 && !known->period;
  return is_plain ? trimmed_text(name.substr(0, name.size() - mark.size())) : name;
}

Resolution resolved_cell(const Areas& areas, const Source& source, std::string_view prefecture_cell,
                         std::string_view area_cell) {
  const std::string_view name = trimmed_text(area_cell);
  Resolution found = resolved(areas, source, prefecture_cell, name);
  if (found.area != Areas::none || source.notes.empty()) return found;
  const std::string_view bare = without_mark(source, name);
  if (bare == name) return found;
  Resolution again = resolved(areas, source, prefecture_cell, bare);
  if (again.area != Areas::none) again.match = AreaMatch::variant;
  return again;
}

// What a name that is none may mean, which takes far longer than to see that it is none.
Resolution with_hints(const Areas& areas, Resolution found) {
  const bool is_name = found.fault == AreaFault::unknown || found.fault == AreaFault::no_prefecture;
  if (found.area != Areas::none || !is_name || found.name.size() > most_of_cell) return found;
  const int parent = found.prefecture;
  if (parent == Areas::nation) {
    found.candidates = nearest_areas(areas, parent, found.name);
    return found;
  }
  found.candidates = parent == Areas::none ? likely_areas(areas, found.name)
                                           : nearest_areas(areas, parent, found.name);
  found.cities = cities_of_ward(areas, parent, found.name);
  const std::string name = found.name;
  return changed(areas, std::move(found), changes_of_name(areas, parent, name));
}

}  // namespace

bool names_prefecture(const Areas& areas, std::string_view cell) {
  const std::string_view name = trimmed_text(cell);
  if (is_digits(name)) {
    const auto code = six_digit_code(name);
    const int area = code ? areas.by_code(*code) : Areas::none;
    return area != Areas::none && areas.at(area).level == AreaLevel::prefecture;
  }
  return areas.by_name(Areas::nation, tight_text(name)) != Areas::none ||
         by_short_name(areas, name) != Areas::none;
}

Resolution short_code(const Areas& areas, std::string_view digits) {
  Resolution found = bad_code(areas, digits);
  found.fault = AreaFault::short_code;
  return found;
}

Resolution former_area(const Areas& areas, const Source& source, std::string_view prefecture_cell,
                       const Resolution& found) {
  // 那珂川町 alone is that of 栃木県, too.
  const bool is_unclear =
      found.fault == AreaFault::short_code || found.fault == AreaFault::no_prefecture;
  if (found.former == Areas::none || is_unclear) return found;
  if (areas.at(found.former).level != source.level) return found;
  const std::string_view front =
      source.prefecture_column.empty() ? std::string_view() : trimmed_text(prefecture_cell);
  return beside(areas, front, found.name, told(found.former, AreaMatch::former));
}

Resolution resolve_area(const Areas& areas, const Source& source, std::string_view prefecture_cell,
                        std::string_view area_cell) {
  return with_hints(areas, resolved_cell(areas, source, prefecture_cell, area_cell));
}

int named_area(const Areas& areas, const Source& source, std::string_view prefecture_cell,
               std::string_view area_cell) {
  return resolved_cell(areas, source, prefecture_cell, area_cell).area;
}

}  // namespace yokoten
