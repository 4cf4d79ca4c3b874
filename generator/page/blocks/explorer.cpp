#include <fmt/format.h>

#include "base/html_text.h"
#include "base/json_text.h"
#include "model/data_set.h"
#include "model/report.h"
#include "page/blocks/makers.h"
#include "page/explorer_figures.h"

namespace yokoten {
namespace {

/// Areas and indicators as readers choose them, in a table and in charts. All of it is made by a
/// script from `figures.js` beside the page; without scripts it says so.
class Explorer final : public Block {
 public:
  explicit Explorer(Options& options) {
    request_.indicators = options.indicators();
    for (const int id : options.indicators("show"))
      request_.shown.push_back(options.book().indicator(id).id);
    request_.size = options.indicator("size");
    read_steps(options);
  }

  std::string html(Context& context) const override {
    const Book& book = context.book;
    if (!can_explore(book, request_))
      return fmt::format("<p class=\"state\">{}</p>", html_text(book.word("explorer.nothing")));
    context.files.push_back({context.path + "figures.js", figures(context)});
    return context.templates.filled("explorer", View().text("settings", settings(context)));
  }

 private:
  // The page tells of corrections to figures in its file, but does not show those by itself.
  std::string figures(const Context& context) const {
    FigureWatch* watch = context.book.watch;
    const FoundObservation looked_for = watch == nullptr ? nullptr : watch->observation;
    if (watch != nullptr) watch->observation = nullptr;
    std::string made = explorer_figures(context, request_);
    if (watch != nullptr) watch->observation = looked_for;
    return made;
  }

  void read_steps(Options& options) {
    for (const TomlNode& each : options.toml().items("steps", TomlNode::Kind::list)) {
      const std::int64_t least = request_.steps.empty() ? 1 : request_.steps.back() + 1;
      if (each.kind == TomlNode::Kind::integer && each.integer >= least)
        request_.steps.push_back(each.integer);
      else
        report_error(options.findings(), each.place, "explorer.steps",
                     {"steps には、1以上の整数を小さい順に書きます",
                      "steps holds whole numbers from 1 on, in ascending order"});
    }
  }

  // JSON that stands in the page: json_text escapes what could end the element.
  std::string settings(const Context& context) const {
    const Book& book = context.book;
    const ExplorerAssets& assets = context.explorer;
    std::string shown, words;
    for (const std::string& id : request_.shown)
      shown += (shown.empty() ? "" : ",") + json_text(id);
    for (const auto& [key, word] : book.publication.words)
      if (key.starts_with("explorer."))
        words += fmt::format("{}{}:{}", words.empty() ? "" : ",",
                             json_text(key.substr(key.find('.') + 1)), json_text(word));
    return fmt::format(
        "{{\"root\":{},\"charts\":{},\"dataflows\":{},\"credit\":{},\"shown\":[{}],\"words\":{{{}}}"
        "}}",
        json_text(context.root), json_text(context.link(assets.charts)),
        json_text(context.link(assets.dataflows)), json_text(credit(context)), shown, words);
  }

  static std::string credit(const Context& context) {
    const Book& book = context.book;
    DataSet set = whole_set(book.publication, book.measured);
    set.path = context.path + "figures";
    return credit_line(book.publication, set);
  }

  ExplorerRequest request_;
};

}  // namespace

std::unique_ptr<Block> make_explorer(Options& options) {
  return std::make_unique<Explorer>(options);
}

}  // namespace yokoten
