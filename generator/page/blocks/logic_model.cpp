#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/html_text.h"
#include "model/report.h"
#include "page/blocks/makers.h"
#include "page/indicator_text.h"
#include "page/source_text.h"
#include "page/target_text.h"
#include "page/wording.h"

namespace yokoten {
namespace {

using Rows = std::vector<const FrameworkRow*>;

// 30 箇所, but 2.0%: the sign belongs to the number.
View figure_view(const Book& book, const std::string& label, const std::string& number,
                 const std::string& unit, const std::string& tag) {
  const bool percent = unit == "%";
  return View()
      .text("label", label)
      .text("value_html", html_text(percent ? number + unit : number))
      .text("unit", percent ? "" : unit_joined(book, number, unit))
      .text("tag", tag);
}

View missing_view(const std::string& reason) {
  return View().text("label", "").text("value_html", "").text("unit", "").text("tag", reason);
}

View value_view(const Book& book, const Figure& figure) {
  const std::string number = number_text(book, figure);
  if (number.empty()) return missing_view(missing_text(book, figure));
  std::string label = bare_period_text(book, figure);
  if (figure.is_bound()) label += ' ' + book.word("label.at_least");
  return figure_view(book, label, number, book.indicator(figure.indicator).unit,
                     flag_tag(book, figure));
}

View target_view(const Book& book, int indicator, const Target& target) {
  const std::string label = book.word("label.target", {std::to_string(target.year)});
  const bool set = target.kind != Target::Kind::not_set;
  return View()
      .text("label", label)
      .text("value_html", set ? html_text(target_text(book, indicator, target)) : "")
      .text("unit", "")
      .text("tag", set ? "" : book.word("state.not_set"));
}

// What a stage is about, for the three of the national framework.
std::string stage_text(const Book& book, const std::string& title) {
  for (int stage = 1; stage <= 3; ++stage)
    if (title == book.word(fmt::format("page.stage_{}_title", stage)))
      return book.word(fmt::format("page.stage_{}", stage));
  return {};
}

/// The rows of the KPI framework in their stages, with newest figure and target.
class LogicModel final : public Block {
 public:
  explicit LogicModel(Options& options) : full_(options.toml().truth("full")) {
    if (!full_) rows_ = options.toml().texts("rows");
    more_ = options.line("more", false);
    std::vector<std::string> known;
    for (const FrameworkRow& row : options.book().publication.framework) known.push_back(row.key);
    for (const std::string& title : rows_)
      if (std::find(known.begin(), known.end(), title) == known.end())
        report_error(options.findings(), options.toml().place("rows"), "block.row",
                     with_nearest({fmt::format("KPIの枠組みに「{}」の行はありません", title),
                                   fmt::format("the KPI framework has no row {}", title)},
                                  title, known));
  }

  std::string html(Context& context) const override {
    std::vector<View> stages;
    for (const std::string& stage : stages_of(context.book)) {
      const Rows rows = rows_of(context.book, stage);
      if (!rows.empty()) stages.push_back(stage_view(context, stage, stages.size() + 1, rows));
    }
    if (stages.empty()) return {};
    std::string html =
        context.templates.filled("logic_model", View().list("stages", std::move(stages)));
    if (!more_.empty() && !context.page_link("logic-model/").empty())
      html += fmt::format("<p><a class=\"more\" href=\"{}\">{}</a></p>\n",
                          html_text(context.page_link("logic-model/")), context.html(more_));
    return html;
  }

 private:
  bool is_picked(const std::string& title) const {
    return rows_.empty() || std::find(rows_.begin(), rows_.end(), title) != rows_.end();
  }

  Rows rows_of(const Book& book, const std::string& stage) const {
    Rows rows;
    for (const FrameworkRow& row : book.publication.framework)
      if (row.stage == stage && is_picked(row.key) && indicator_of_row(book, row) >= 0)
        rows.push_back(&row);
    return rows;
  }

  View stage_view(const Context& context, const std::string& stage, std::size_t number,
                  const Rows& rows) const {
    std::vector<View> items;
    for (const FrameworkRow* row : rows) items.push_back(item_view(context, *row));
    return View()
        .text("number", std::to_string(number))
        .text("title", stage)
        .text("say", stage_text(context.book, stage))
        .list("items", std::move(items))
        .text("more_href", "");
  }

  View item_view(const Context& context, const FrameworkRow& row) const {
    const Book& book = context.book;
    const int id = indicator_of_row(book, row);
    std::vector<View> figures = {value_view(book, newest_figure(book, id, book.home))};
    if (full_)
      for (const Target& target : book.indicator(id).targets)
        figures.push_back(target_view(book, id, target));
    else if (const Target* next = next_target(book, id))
      figures.push_back(target_view(book, id, *next));
    return View()
        .text("href", context.indicator_link(id))
        .text("name", full_ ? full_name(book, row) : short_title(book, id))
        .list("figures", std::move(figures));
  }

  // The group tells titles apart that differ by it alone.
  static std::string full_name(const Book& book, const FrameworkRow& row) {
    return row.group.empty() ? row.title : bracketed(book, row.title, row.group);
  }

  bool full_;
  std::vector<std::string> rows_;
  Text more_;
};

}  // namespace

std::unique_ptr<Block> make_logic_model(Options& options) {
  return std::make_unique<LogicModel>(options);
}

}  // namespace yokoten
