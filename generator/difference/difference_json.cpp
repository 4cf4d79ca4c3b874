#include <array>
#include <nlohmann/json.hpp>

#include "difference/cause_words.h"
#include "difference/report.h"
#include "model/finding_json.h"

namespace yokoten {
namespace {

using Object = nlohmann::ordered_json;

// Exact, as text: a reader's floating point must not change a figure.
Object number(const std::optional<Decimal>& value) {
  return value ? Object(exact_text(value)) : Object();
}

Object side_json(const Snapshot& side) {
  return {{"name", side.name},
          {"kind", side.is_site ? "site" : "publication"},
          {"title", side.title},
          {"as_of", side.as_of},
          {"hash", side.hash.empty() ? Object() : Object(side.hash)},
          {"has_record", side.facts.has_value()}};
}

Object figure_json(const std::optional<ToldFigure>& figure) {
  if (!figure) return {};
  return {{"value", number(figure->value)},
          {"lower", number(figure->lower)},
          {"upper", number(figure->upper)},
          {"numerator", number(figure->numerator)},
          {"denominator", number(figure->denominator)},
          {"unit", figure->unit},
          {"flag", figure->flags},
          {"missing_reason", figure->missing},
          {"source", figure->source}};
}

Object changes_json(const std::vector<RevisedFigure>& changes) {
  Object all = Object::array();
  for (const RevisedFigure& each : changes) {
    Object why = Object::array();
    for (const Reason& reason : each.reasons)
      why.push_back({{"cause", cause_word(reason.cause)}, {"detail", reason.detail}});
    all.push_back({{"area_code", each.key.area_code},
                   {"period", each.key.period},
                   {"breakdown", each.key.breakdown},
                   {"before", figure_json(each.before)},
                   {"after", figure_json(each.after)},
                   {"by", number(each.by)},
                   {"reasons", why}});
  }
  return all;
}

Object place(int rank) { return rank == 0 ? Object() : Object(rank); }

Object ranks_json(const RankChanges& ranks) {
  Object areas = Object::array();
  for (const RankChange& each : ranks.areas)
    areas.push_back({{"area_code", each.area_code},
                     {"before", place(each.before)},
                     {"after", place(each.after)},
                     {"before_of", each.before_of},
                     {"after_of", each.after_of}});
  return {{"indicator", ranks.indicator},
          {"of", ranks.of_prefectures ? "prefectures" : "municipalities"},
          {"before_period", ranks.before_period},
          {"after_period", ranks.after_period},
          {"areas", areas}};
}

const char* why_word(MovedPage::Why why) {
  return why == MovedPage::Why::boundary  ? "boundary"
         : why == MovedPage::Why::heading ? "heading"
                                          : "content";
}

Object moved_json(const std::vector<MovedPage>& moved) {
  Object all = Object::array();
  for (const MovedPage& each : moved)
    all.push_back({{"from", each.from}, {"to", each.to}, {"why", why_word(each.why)}});
  return all;
}

Object texts_json(const std::vector<TextChange>& changes) {
  Object texts = Object::array();
  for (const TextChange& each : changes)
    texts.push_back(
        {{"before", each.line.before}, {"after", each.line.after}, {"pages", each.pages}});
  return texts;
}

// Those of `numbers` say whether figures that changed explain them.
Object numbers_json(const std::vector<TextChange>& changes) {
  Object numbers = texts_json(changes);
  for (std::size_t at = 0; at < changes.size(); ++at)
    numbers[at]["explained"] = changes[at].is_explained;
  return numbers;
}

Object pages_json(const PageChanges& pages) {
  return {{"added", pages.added},
          {"removed", pages.removed},
          {"moved", moved_json(pages.moved)},
          {"moved_files", moved_json(pages.moved_files)},
          {"texts", texts_json(pages.texts)},
          {"numbers", numbers_json(pages.numbers)},
          {"only_numbers", pages.of_numbers},
          {"only_order", pages.reordered},
          {"same_text", pages.unseen},
          {"other_files",
           {{"added", pages.files_added},
            {"removed", pages.files_removed},
            {"changed", pages.files_changed}}}};
}

const char* what_word(DefinitionChange::What what) {
  constexpr std::array<const char*, 7> words = {"indicator", "title",  "unit",       "decimals",
                                                "better",    "target", "calculation"};
  return words[static_cast<std::size_t>(what)];
}

Object definitions_json(const std::vector<DefinitionChange>& changes) {
  Object all = Object::array();
  for (const DefinitionChange& each : changes) {
    all.push_back({{"indicator", each.id},
                   {"title", each.title},
                   {"what", what_word(each.what)},
                   {"before", each.before},
                   {"after", each.after}});
    if (each.what == DefinitionChange::What::target) all.back()["year"] = each.year;
  }
  return all;
}

Object findings_json(const std::vector<BuildFacts::OfFinding>& findings) {
  Object all = Object::array();
  for (const auto& each : findings) {
    all.push_back(finding_json(each.told));
    all.back()["count"] = each.count;
  }
  return all;
}

}  // namespace

std::string difference_json(const Difference& difference, const Snapshot& before,
                            const Snapshot& after) {
  Object made = {{"before", side_json(before)},
                 {"after", side_json(after)},
                 {"differs", !difference.is_empty()}};
  made["definitions"] = definitions_json(difference.definitions);
  made["indicators"] = Object::array();
  for (const IndicatorChanges& each : difference.indicators)
    made["indicators"].push_back({{"id", each.id},
                                  {"title", each.title},
                                  {"revised", changes_json(each.revised)},
                                  {"added", changes_json(each.added)},
                                  {"removed", changes_json(each.removed)},
                                  {"empty_added", changes_json(each.empty_added)},
                                  {"empty_removed", changes_json(each.empty_removed)}});
  made["ranks"] = Object::array();
  for (const RankChanges& each : difference.ranks) made["ranks"].push_back(ranks_json(each));
  made["pages"] = pages_json(difference.pages);
  made["findings"] = {{"known", difference.findings.is_known},
                      {"new", findings_json(difference.findings.added)},
                      {"gone", findings_json(difference.findings.gone)}};
  return made.dump(2, ' ', false, Object::error_handler_t::replace) + '\n';
}

}  // namespace yokoten
