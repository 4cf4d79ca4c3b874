#include "page/common_period.h"

#include <algorithm>
#include <utility>

#include "page/wording.h"

namespace yokoten {
namespace {

/// Counts periods; there are only few, mostly one.
class PeriodCount {
 public:
  explicit PeriodCount(const Book& book) : cube_(book.measured.cube) {}

  void take(const Figure& figure) {
    if (!figure.has_value() && !figure.is_bound()) return;
    const int period = figure.observation->period;
    const auto at = std::find_if(counts_.begin(), counts_.end(),
                                 [&](const auto& each) { return each.first == period; });
    if (at == counts_.end())
      counts_.push_back({period, 1});
    else
      ++at->second;
  }

  int most() const {
    if (counts_.empty()) return -1;
    const auto is_less = [&](const auto& a, const auto& b) {
      return a.second != b.second ? a.second < b.second : cube_.is_before(a.first, b.first);
    };
    return std::max_element(counts_.begin(), counts_.end(), is_less)->first;
  }

 private:
  const Cube& cube_;
  std::vector<std::pair<int, int>> counts_;
};

}  // namespace

int common_period(const Book& book, const std::vector<Figure>& figures) {
  PeriodCount count(book);
  for (const Figure& each : figures) count.take(each);
  return count.most();
}

int common_period(const Book& book, int indicator, std::span<const int> areas) {
  PeriodCount count(book);
  for (const int area : areas) count.take(newest_figure(book, indicator, area));
  return count.most();
}

Figure figure_at(const Book& book, int indicator, int area, int period, const std::string& part) {
  Figure newest = newest_figure(book, indicator, area, part);
  if (!is_of_other_period(newest, period)) return newest;
  const Observation* then = book.measured.cube.find(indicator, area, period, newest.breakdown);
  if (then != nullptr) newest.observation = then;
  return newest;
}

int keep_common_period(const Book& book, std::vector<Figure>& figures) {
  const int period = common_period(book, figures);
  std::erase_if(figures, [&](const Figure& each) { return is_of_other_period(each, period); });
  return period;
}

std::optional<Figure> first_of_period(const Book& book, int indicator, std::span<const int> areas,
                                      int period) {
  for (const int area : areas) {
    const Figure figure = figure_at(book, indicator, area, period);
    if ((figure.has_value() || figure.is_bound()) && !is_of_other_period(figure, period))
      return figure;
  }
  return std::nullopt;
}

Figure same_period(const Book& book, const Figure& figure, int area) {
  Figure other{figure.indicator, area, figure.breakdown, nullptr};
  if (figure.observation != nullptr)
    other.observation = book.measured.cube.find(figure.indicator, area, figure.observation->period,
                                                figure.breakdown);
  return other;
}

bool is_of_other_period(const Figure& figure, int period) {
  return figure.observation != nullptr && period >= 0 && figure.observation->period != period;
}

std::string own_date_text(const Book& book, const Figure& figure, int period) {
  return is_of_other_period(figure, period) ? period_text(book, figure) : std::string();
}

std::string dated_tag(const Book& book, const Figure& figure, int period) {
  const std::string words = flag_tag(book, figure), date = own_date_text(book, figure, period);
  return words + (words.empty() || date.empty() ? "" : " ") + date;
}

std::string with_own_date(const Book& book, const std::string& text, const Figure& figure,
                          int period) {
  const std::string date = own_date_text(book, figure, period);
  return date.empty() ? text : bracketed(book, text, date);
}

}  // namespace yokoten
