#include <algorithm>

#include "page/blocks/makers.h"
#include "page/plain_text.h"

namespace yokoten {
namespace {

View case_view(const Context& context, const CaseEntry& entry) {
  const Book& book = context.book;
  // The fact speaks of the case's area, wherever it is listed.
  const Context own{.book = book,
                    .cases = context.cases,
                    .duties = context.duties,
                    .pages = context.pages,
                    .templates = context.templates,
                    .path = entry.path,
                    .root = context.root,
                    .area = entry.area};
  const std::string place =
      entry.planned ? entry.place + "（" + book.word("state.planned") + "）" : entry.place;
  return View()
      .text("place", place)
      .text("href", context.link(entry.path))
      .text("title", entry.title)
      .text("fact", plain_text(own.html(entry.fact)))
      .text("summary", entry.summary);
}

/// Good practice, or model projects, as a list of cards.
class Cases final : public Block {
 public:
  Cases(Options& options, bool projects)
      : projects_(projects),
        of_(options.word("of", {"all", "area", "prefecture", "others"})),
        limit_(options.toml().integer("limit", 1, 1000)) {}

  std::string html(Context& context) const override {
    std::vector<const CaseEntry*> chosen;
    for (const CaseEntry& entry : context.cases)
      if (entry.is_project == projects_ && is_wanted(context, entry)) chosen.push_back(&entry);
    if (of_ == "others") own_prefecture_first(context, chosen);
    if (limit_ && chosen.size() > static_cast<std::size_t>(*limit_))
      chosen.resize(static_cast<std::size_t>(*limit_));
    if (chosen.empty()) return {};
    std::vector<View> views;
    for (const CaseEntry* entry : chosen) views.push_back(case_view(context, *entry));
    return context.templates.filled(
        "cases", View().list("cases", views).text("columns", chosen.size() == 3 ? "c3" : ""));
  }

 private:
  static int prefecture(const Context& context, int area) {
    return area == Areas::none ? Areas::none : context.book.areas.prefecture_of(area);
  }

  static bool is_near(const Context& context, const CaseEntry& entry) {
    return context.area != Areas::none &&
           prefecture(context, entry.area) == prefecture(context, context.area);
  }

  bool is_wanted(const Context& context, const CaseEntry& entry) const {
    if (of_ == "area") return context.area != Areas::none && entry.area == context.area;
    if (of_ == "prefecture") return is_near(context, entry);
    return of_ == "all" || entry.path != context.path;
  }

  static void own_prefecture_first(const Context& context, std::vector<const CaseEntry*>& chosen) {
    std::stable_partition(chosen.begin(), chosen.end(),
                          [&](const CaseEntry* entry) { return is_near(context, *entry); });
  }

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
