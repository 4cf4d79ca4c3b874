#include <algorithm>

#include "base/html_text.h"
#include "model/report.h"
#include "page/blocks/makers.h"
#include "page/case_cards.h"

namespace yokoten {
namespace {

/// Good practice, or model projects, as a list of cards.
class Cases final : public Block {
 public:
  Cases(Options& options, bool projects)
      : projects_(projects),
        of_(projects ? options.word("of", {"all", "area", "prefecture", "others", "near"})
                     : options.word("of", {"all", "area", "prefecture", "others", "tag", "near"})),
        limit_(options.toml().integer("limit", 1, 1000)) {
    if (of_ == "tag" && options.each() != Each::case_tag)
      report_error(options.findings(), options.toml().place("of"), "block.tag",
                   {"of = \"tag\" は、前書きに each: case-tag とあるページだけで使えます",
                    "of = \"tag\" can only stand on a page with each: case-tag"});
  }

  std::string html(Context& context) const override {
    std::vector<const CaseEntry*> chosen;
    for (const CaseEntry& entry : context.cases)
      if (entry.is_project == projects_ && is_wanted(context, entry)) chosen.push_back(&entry);
    if (of_ == "others") own_prefecture_first(context, chosen);
    if (of_ == "near") nearest_first(context, chosen);
    const auto most =
        static_cast<std::size_t>(limit_.value_or(of_ == "near" ? few : chosen.size()));
    if (chosen.size() > most) chosen.resize(most);
    // Where all of them were to stand, readers are told that there are none.
    if (chosen.empty() && of_ == "all" && !limit_)
      return "<p>" + html_text(context.book.word(projects_ ? "project.none" : "case.none")) +
             "</p>\n";
    std::vector<CaseCard> cards;
    for (const CaseEntry* entry : chosen) cards.push_back({entry});
    return case_cards_html(context, cards);
  }

 private:
  static int prefecture(const Context& context, int area) {
    return area == Areas::none ? Areas::none : context.book.areas.prefecture_of(area);
  }

  static bool is_near(const Context& context, const CaseEntry& entry) {
    return context.area != Areas::none &&
           prefecture(context, entry.area) == prefecture(context, context.area);
  }

  static bool is_of(const Context& context, const CaseEntry& entry) {
    if (entry.area == context.area) return true;
    if (entry.practice == nullptr) return false;
    const std::vector<int> areas = areas_of(*entry.practice, context.book.areas);
    return std::find(areas.begin(), areas.end(), context.area) != areas.end();
  }

  bool is_wanted(const Context& context, const CaseEntry& entry) const {
    if (of_ == "area") return context.area != Areas::none && is_of(context, entry);
    if (of_ == "tag")
      return context.tag != nullptr && entry.practice != nullptr &&
             has_tag(*entry.practice, *context.tag, context.book.areas);
    if (of_ == "prefecture") return is_near(context, entry);
    return of_ == "all" || entry.path != context.path;
  }

  static void own_prefecture_first(const Context& context, std::vector<const CaseEntry*>& chosen) {
    std::stable_partition(chosen.begin(), chosen.end(),
                          [&](const CaseEntry* entry) { return is_near(context, *entry); });
  }

  // 0 in the area itself, 1 in its prefecture, 2 in the region, 3 elsewhere.
  static int steps_between(const Areas& areas, int here, int there) {
    if (here == there) return 0;
    if (there == Areas::none || there == Areas::nation) return 3;
    const int own = areas.prefecture_of(here), other = areas.prefecture_of(there);
    if (own == other) return 1;
    return areas.at(own).region == areas.at(other).region ? 2 : 3;
  }

  static int steps_to(const Context& context, const CaseEntry& entry) {
    const Areas& areas = context.book.areas;
    int least = steps_between(areas, context.whole(), entry.area);
    if (entry.practice != nullptr)
      for (const int area : areas_of(*entry.practice, areas))
        least = std::min(least, steps_between(areas, context.whole(), area));
    return least;
  }

  static void nearest_first(const Context& context, std::vector<const CaseEntry*>& chosen) {
    std::vector<std::pair<int, const CaseEntry*>> by_steps;
    for (const CaseEntry* entry : chosen) by_steps.emplace_back(steps_to(context, *entry), entry);
    std::stable_sort(by_steps.begin(), by_steps.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::transform(by_steps.begin(), by_steps.end(), chosen.begin(),
                   [](const auto& each) { return each.second; });
  }

  static constexpr std::int64_t few = 2;

  bool projects_;
  std::string of_;
  std::optional<std::int64_t> limit_;
};

}  // namespace

std::unique_ptr<Block> make_cases(Options& options) {
  return std::make_unique<Cases>(options, false);
}

std::unique_ptr<Block> make_projects(Options& options) {
  return std::make_unique<Cases>(options, true);
}

}  // namespace yokoten
