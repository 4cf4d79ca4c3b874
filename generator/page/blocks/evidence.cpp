#include <algorithm>

#include <fmt/format.h>

#include "base/html_text.h"
#include "page/blocks/makers.h"
#include "page/evidence_formula.h"
#include "page/evidence_origin.h"
#include "page/evidence_rows.h"
#include "page/indicator_text.h"
#include "page/parts_of.h"
#include "page/row_lists.h"

namespace yokoten {
namespace {

/// How each figure of the page's area came about, with file and row.
class Evidence final : public Block {
 public:
  explicit Evidence(Options& options) : indicators_(options.indicators()) {
    if (!options.on_indicator_page()) options.toml().require("indicators");
  }

  std::string html(Context& context) const override {
    const std::vector<Figure> figures = figures_of(context);
    if (figures.empty()) return {};
    std::vector<View> items;
    for (const Figure& figure : figures) items.push_back(item(context, figure));
    std::vector<KeyRow> rows = evidence_rows(context, figures);
    if (context.indicator >= 0) add_check_rows(context, rows);
    View view = key_values_view(rows);
    view.list("items", std::move(items)).flag("has_rows", !rows.empty());
    const char* id = context.first("evidence") ? " id=\"evidence\"" : "";
    return fmt::format("<div{}>\n{}</div>\n", id, context.templates.filled("evidence", view));
  }

 private:
  // Indicators that owe nothing for this kind of area have nothing to prove.
  std::vector<Figure> figures_of(const Context& context) const {
    std::vector<Figure> figures;
    for (const int id : indicators_.empty() ? std::vector<int>{context.indicator} : indicators_) {
      const Figure figure = newest_figure(context.book, id, context.whole());
      const bool in_parts = !parts_of(context.book, id, context.whole()).empty();
      if (figure.observation != nullptr || in_parts) figures.push_back(figure);
    }
    return figures;
  }

  static View item(const Context& context, const Figure& figure) {
    const Book& book = context.book;
    const std::vector<PartFigure> parts = parts_of(book, figure.indicator, figure.area);
    const std::string name = context.indicator == figure.indicator
                                 ? std::string()
                                 : html_text(short_title(book, figure.indicator)) + "<br>";
    const std::string formula =
        parts.empty() ? formula_html(book, figure) : parts_html(book, parts);
    return View()
        .text("formula_html", name + formula)
        .text("text_html",
              parts.empty() ? origin_html(context, figure) : parts_origin_html(context, parts));
  }

  static std::string parts_html(const Book& book, const std::vector<PartFigure>& parts) {
    std::string html;
    for (const PartFigure& part : parts)
      html += (html.empty() ? "" : "<br>") + html_text(part.label) + ' ' +
              formula_html(book, part.figure);
    return html;
  }

  // Parts of one row come from the same place: said once. Those without a
  // figure come from none.
  static std::string parts_origin_html(const Context& context,
                                       const std::vector<PartFigure>& parts) {
    std::vector<std::string> said;
    for (const PartFigure& part : parts) {
      if (!part.tells() && any_tells(parts)) continue;
      const std::string html = origin_html(context, part.figure);
      if (!html.empty() && std::find(said.begin(), said.end(), html) == said.end())
        said.push_back(html);
    }
    std::string all;
    for (const std::string& html : said) all += (all.empty() ? "" : " ") + html;
    return all;
  }

  std::vector<int> indicators_;
};

}  // namespace

std::unique_ptr<Block> make_evidence(Options& options) {
  return std::make_unique<Evidence>(options);
}

}  // namespace yokoten
