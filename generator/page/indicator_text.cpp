#include "page/indicator_text.h"

#include <algorithm>

#include "base/lists.h"

namespace yokoten {
namespace {

std::string without_bracket(const std::string& name) {
  const std::size_t bracket = name.ends_with("）")  ? name.rfind("（")
                              : name.ends_with(")") ? name.rfind(" (")
                                                    : std::string::npos;
  return bracket == 0 ? name : name.substr(0, bracket);
}

}  // namespace

const std::string& short_title(const Book& book, int indicator) {
  const Indicator& at = book.indicator(indicator);
  return at.short_title.empty() ? at.title : at.short_title;
}

std::string numerator_name(const Book& book, int indicator) {
  const std::string& name = book.indicator(indicator).numerator_name;
  return name.empty() ? book.word("label.numerator") : name;
}

std::string denominator_name(const Book& book, int indicator) {
  const std::string& name = book.indicator(indicator).denominator_name;
  return name.empty() ? book.word("label.denominator") : name;
}

std::string parts_title(const Book& book, int indicator) {
  return without_bracket(numerator_name(book, indicator)) + " / " +
         without_bracket(denominator_name(book, indicator));
}

bool tells_apart(const Rank* rank) {
  return rank != nullptr && rank->of > 1 && (rank->tied < 2 || 3 * rank->tied <= rank->of);
}

const Rank* telling_rank(const Book& book, const Figure& figure, bool prefectural) {
  const Rank* rank = rank_of(book, figure, prefectural);
  return tells_apart(rank) ? rank : nullptr;
}

std::vector<std::string> stages_of(const Book& book) {
  std::vector<std::string> stages;
  for (const FrameworkRow& row : book.publication.framework) add_new(stages, row.stage);
  bool without = false;
  for (const Indicator& indicator : book.publication.indicators) {
    without = without || indicator.stage.empty();
    if (!indicator.stage.empty()) add_new(stages, indicator.stage);
  }
  std::erase(stages, std::string());
  if (without) stages.emplace_back();
  return stages;
}

std::vector<int> indicators_of_stage(const Book& book, const std::string& stage) {
  std::vector<int> ids;
  for (const FrameworkRow& row : book.publication.framework) {
    const int id = indicator_of_row(book, row);
    if (id >= 0 && book.indicator(id).stage == stage) ids.push_back(id);
  }
  for (int id = 0; id < static_cast<int>(book.publication.indicators.size()); ++id)
    if (book.indicator(id).stage == stage) add_new(ids, id);
  return ids;
}

int indicator_of_row(const Book& book, const FrameworkRow& row) {
  const auto& all = book.publication.indicators;
  const auto at = std::find_if(all.begin(), all.end(), [&](const Indicator& indicator) {
    return !indicator.framework.empty() && indicator.framework == row.key;
  });
  return at == all.end() ? -1 : static_cast<int>(at - all.begin());
}

}  // namespace yokoten
