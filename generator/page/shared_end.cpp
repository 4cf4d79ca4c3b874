#include "page/shared_end.h"

#include <algorithm>

#include "base/count_text.h"

namespace yokoten {
namespace {

template <class Iterator>
SharedEnd end_from(const Book& book, Iterator begin, Iterator end) {
  const auto other = std::find_if(
      begin, end, [&](const Figure& each) { return compare_figures(book, each, *begin) != 0; });
  const auto first = std::min_element(
      begin, other, [](const Figure& a, const Figure& b) { return a.area < b.area; });
  return {first->area, static_cast<std::size_t>(other - begin)};
}

}  // namespace

SharedEnd first_end(const Book& book, const std::vector<Figure>& figures) {
  return end_from(book, figures.begin(), figures.end());
}

SharedEnd last_end(const Book& book, const std::vector<Figure>& figures) {
  return end_from(book, figures.rbegin(), figures.rend());
}

std::string end_name(const Book& book, const SharedEnd& end, const std::string& kind) {
  const std::string& name = book.areas.at(end.area).name;
  return end.count == 1 ? name : book.word("label.several", {name, count_text(end.count), kind});
}

}  // namespace yokoten
