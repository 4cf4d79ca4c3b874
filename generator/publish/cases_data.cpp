#include "publish/cases_data.h"

#include <fmt/format.h>

#include <array>

#include "base/csv_cell.h"
#include "base/json_text.h"
#include "model/before_after_figures.h"
#include "model/home_area.h"

namespace yokoten {
namespace {

constexpr std::array<std::string_view, 20> headings = {
    "id",          "title",  "address",          "summary",
    "area_codes",  "areas",  "service_codes",    "services",
    "size_code",   "size",   "technology_codes", "technologies",
    "theme_codes", "themes", "award_year",       "award",
    "award_prize", "status", "effects",          "sources"};

/// A code and what it says.
using Names = std::vector<std::pair<std::string, std::string>>;

Names words_of(const std::vector<CaseWord>& words, const std::vector<std::string>& codes) {
  Names names;
  for (const std::string& code : codes)
    if (const CaseWord* word = case_word(words, code)) names.emplace_back(word->code, word->title);
  return names;
}

std::string status_word(CaseStatus status) {
  if (status == CaseStatus::planned) return "planned";
  return status == CaseStatus::done ? "done" : "";
}

/// One case, ready to be written.
struct CaseRow {
  std::string address;
  Names areas, services, sizes, technologies, themes;
  std::vector<ShownChange> effects;
};

CaseRow row_of(const Publication& publication, const Areas& areas, const Measured& measured,
               const GoodPractice& practice) {
  const CaseWords& words = publication.case_words;
  CaseRow row;
  row.address = publication.base_url + "cases/" + practice.slug + '/';
  for (const std::string& code : practice.areas)
    if (const int area = areas.by_code(code); area != Areas::none) {
      const int prefecture = areas.prefecture_of(area);
      const bool alone = area == Areas::nation || prefecture == area;
      row.areas.emplace_back(
          code, alone ? areas.at(area).name : areas.at(prefecture).name + areas.at(area).name);
    }
  for (const ServiceType* each : practice.services)
    row.services.emplace_back(address_code(*each), each->name);
  if (!practice.size.empty()) row.sizes = words_of(words.sizes, {practice.size});
  row.technologies = words_of(words.technologies, practice.technologies);
  row.themes = words_of(words.themes, practice.themes);
  const int main = practice.areas.empty() ? Areas::none : areas.by_code(practice.areas.front());
  const int home = home_area(publication, areas);
  for (const BeforeAfter& each : practice.effects)
    row.effects.push_back(shown_change(each, publication, measured, main, home));
  return row;
}

std::string joined(const std::vector<std::string>& texts) {
  return fmt::format("{}", fmt::join(texts, "; "));
}

std::string codes(const Names& names) {
  std::vector<std::string> all;
  for (const auto& each : names) all.push_back(each.first);
  return joined(all);
}

std::string titles(const Names& names) {
  std::vector<std::string> all;
  for (const auto& each : names) all.push_back(each.second);
  return joined(all);
}

// 記録にかかる時間 42分→25分
std::string effect_text(const ShownChange& effect) {
  if (!effect.before || !effect.after)
    return fmt::format("{} ({})", effect.what, to_text(effect.missing));
  return fmt::format("{} {}{}→{}{}", effect.what, to_shown(*effect.before), effect.unit,
                     to_shown(*effect.after), effect.unit);
}

/// The row as texts, one a heading.
std::array<std::string, headings.size()> cells_of(const GoodPractice& practice,
                                                  const CaseRow& row) {
  const CaseAward award = practice.award.value_or(CaseAward{});
  std::vector<std::string> effects;
  for (const ShownChange& each : row.effects) effects.push_back(effect_text(each));
  return {practice.slug,
          practice.title,
          row.address,
          practice.summary,
          codes(row.areas),
          titles(row.areas),
          codes(row.services),
          titles(row.services),
          codes(row.sizes),
          titles(row.sizes),
          codes(row.technologies),
          titles(row.technologies),
          codes(row.themes),
          titles(row.themes),
          award.year == 0 ? "" : std::to_string(award.year),
          award.name,
          award.prize,
          status_word(practice.status),
          joined(effects),
          joined(practice.sources)};
}

template <typename Texts>
std::string csv_line(const Texts& cells) {
  std::string line;
  for (const auto& cell : cells) line += (line.empty() ? "" : ",") + csv_cell(cell);
  return line + '\n';
}

std::string json_row(const std::array<std::string, headings.size()>& cells) {
  std::string object;
  for (std::size_t at = 0; at < cells.size(); ++at)
    object +=
        fmt::format("{}{}: {}", at == 0 ? "" : ", ", json_text(headings[at]), json_text(cells[at]));
  return '{' + object + '}';
}

std::string json_names(const Names& names) {
  std::string list;
  for (const auto& [code, name] : names)
    list += fmt::format("{}{{\"code\": {}, \"name\": {}}}", list.empty() ? "" : ", ",
                        json_text(code), json_text(name));
  return '[' + list + ']';
}

std::string json_number(const std::optional<Decimal>& number) {
  return number ? exact_text(number) : "null";
}

std::string json_effects(const std::vector<ShownChange>& effects) {
  std::string list;
  for (const ShownChange& each : effects)
    list += fmt::format(
        "{}{{\"what\": {}, \"before\": {}, \"after\": {}, \"unit\": {}, \"source\": {}, "
        "\"missing_reason\": {}}}",
        list.empty() ? "" : ", ", json_text(each.what), json_number(each.before),
        json_number(each.after), json_text(each.unit), json_text(each.source),
        json_text(to_text(each.missing)));
  return '[' + list + ']';
}

std::string json_award(const std::optional<CaseAward>& award) {
  if (!award) return "null";
  return fmt::format("{{\"year\": {}, \"name\": {}, \"prize\": {}}}", award->year,
                     json_text(award->name), json_text(award->prize));
}

std::string json_photos(const Publication& publication, const GoodPractice& practice) {
  std::string list;
  for (const CasePhoto& each : practice.photos)
    list += fmt::format("{}{{\"address\": {}, \"alt\": {}, \"credit\": {}}}",
                        list.empty() ? "" : ", ", json_text(publication.base_url + each.path),
                        json_text(each.alt), json_text(each.credit));
  return '[' + list + ']';
}

std::string json_texts(const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& each : texts) list += (list.empty() ? "" : ", ") + json_text(each);
  return '[' + list + ']';
}

std::string json_case(const Publication& publication, const GoodPractice& practice,
                      const CaseRow& row) {
  return fmt::format(
      "{{\"id\": {}, \"title\": {}, \"address\": {}, \"summary\": {}, \"areas\": {}, "
      "\"services\": {}, \"size\": {}, \"technologies\": {}, \"themes\": {}, \"award\": {}, "
      "\"status\": {}, \"effects\": {}, \"photos\": {}, \"sources\": {}}}",
      json_text(practice.slug), json_text(practice.title), json_text(row.address),
      json_text(practice.summary), json_names(row.areas), json_names(row.services),
      json_names(row.sizes), json_names(row.technologies), json_names(row.themes),
      json_award(practice.award), json_text(status_word(practice.status)),
      json_effects(row.effects), json_photos(publication, practice), json_texts(practice.sources));
}

}  // namespace

std::string cases_csv(const Publication& publication, const Areas& areas,
                      const Measured& measured) {
  if (publication.practices.empty()) return {};
  std::string out = std::string(byte_order_mark) + csv_line(headings);
  for (const GoodPractice& each : publication.practices)
    out += csv_line(cells_of(each, row_of(publication, areas, measured, each)));
  return out;
}

std::string cases_json(const Publication& publication, const Areas& areas,
                       const Measured& measured) {
  if (publication.practices.empty()) return {};
  std::string list, rows;
  for (const GoodPractice& each : publication.practices) {
    const CaseRow row = row_of(publication, areas, measured, each);
    list += (list.empty() ? "" : ",\n") + json_case(publication, each, row);
    rows += (rows.empty() ? "" : ",\n") + json_row(cells_of(each, row));
  }
  return fmt::format(
      "{{\"title\": {}, \"publisher\": {}, \"as_of\": {}, \"licence\": {}, \"cases\": [\n{}\n], "
      "\"rows\": [\n{}\n]}}\n",
      json_text(publication.title), json_text(publication.publisher), json_text(publication.as_of),
      json_text(publication.licence), list, rows);
}

}  // namespace yokoten
