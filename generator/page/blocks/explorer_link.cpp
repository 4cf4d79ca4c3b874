#include <fmt/format.h>

#include "base/html_text.h"
#include "page/blocks/makers.h"

namespace yokoten {
namespace {

/// The way to the page for comparing, with this page's indicator or area chosen there. Nothing
/// where there is no such page, or nothing to compare.
class ExplorerLink final : public Block {
 public:
  explicit ExplorerLink(Options& options) : indicators_(options.indicators()) {}

  std::string html(Context& context) const override {
    const Book& book = context.book;
    if (context.explorer.at.empty()) return {};
    if (context.indicator >= 0)
      return link_to(context, {context.indicator}, AreaLevel::prefecture,
                     book.word("page.compare_indicator"));
    const int area = context.whole();
    const AreaLevel level = book.areas.at(area).level;
    if (level != AreaLevel::prefecture && level != AreaLevel::municipality) return {};
    return link_to(context, indicators_, level,
                   book.word("page.compare_area", {book.areas.at(area).name}));
  }

 private:
  static bool can_compare(const Book& book, int indicator, AreaLevel level) {
    return figures_of_level(book, indicator, level).size() > 1;
  }

  // Of an indicator any level will do, the page finds it.
  static std::string link_to(const Context& context, std::vector<int> indicators, AreaLevel level,
                             const std::string& text) {
    const Book& book = context.book;
    const bool any = context.indicator >= 0;
    std::erase_if(indicators, [&](int id) {
      return !can_compare(book, id, level) &&
             !(any && can_compare(book, id, AreaLevel::municipality));
    });
    if (indicators.empty()) return {};
    std::string view;
    for (const int id : indicators) view += (view.empty() ? "" : ",") + book.indicator(id).id;
    view = "i=" + view;
    if (!any)
      view +=
          fmt::format("&l={}&a={}", level == AreaLevel::prefecture ? "prefecture" : "municipality",
                      book.areas.at(context.whole()).code);
    return fmt::format("<p><a class=\"more\" href=\"{}\">{}</a></p>",
                       html_text(context.link(context.explorer.at) + '#' + view), html_text(text));
  }

  std::vector<int> indicators_;  ///< that stand there at first, on pages of areas
};

}  // namespace

std::unique_ptr<Block> make_explorer_link(Options& options) {
  return std::make_unique<ExplorerLink>(options);
}

}  // namespace yokoten
