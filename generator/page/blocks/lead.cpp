#include "base/html_text.h"
#include "page/blocks/makers.h"
#include "page/parts_of.h"
#include "page/wording.h"

namespace yokoten {
namespace {

/// One sentence of the opening, chosen by what is known of a figure.
class Lead final : public Block {
 public:
  explicit Lead(Options& options)
      : indicator_(options.required_indicator()),
        value_(options.line("value", true)),
        bound_(options.line("bound", true)),
        zero_(options.line("zero", true)),
        missing_(options.line("missing", true)),
        hidden_(options.line("hidden", true)),
        parts_(options.line("parts", true)),
        change_(options.line("change", true)) {
    if (says_something()) return;
    report_error(options.findings(), options.toml().place(), "lead.text",
                 {"lead に文がありません。value か missing を書いてください",
                  "this lead has no text; write value, or missing"});
  }

  std::string html(Context& context) const override {
    const int id = context.meant(indicator_);
    const Figure figure = newest_figure(context.book, id, context.whole());
    if (hidden_.empty() && figure.is_hidden()) return withheld_html(context.book, figure);
    return with_plan(context.book, figure,
                     context.said_html(sentence(context.book, figure), &figure));
  }

 private:
  // A text without its date doesn't say of itself that its figure is a plan.
  static std::string with_plan(const Book& book, const Figure& figure, const std::string& html) {
    const std::string& word = book.word("state.planned");
    if (html.empty() || !figure.is_planned() || html.find(word) != html.npos) return html;
    return html + " <span class=\"tag state\">" + html_text(word) + "</span>";
  }

  bool says_something() const {
    for (const Text* each : {&value_, &bound_, &zero_, &missing_, &hidden_, &parts_, &change_})
      if (!each->empty()) return true;
    return false;
  }

  // What speaks of a missing figure may say that nobody has reported one.
  static std::string withheld_html(const Book& book, const Figure& figure) {
    return html_text(book.word("sentence.missing_suppressed", {book.areas.at(figure.area).name}));
  }

  const Text& sentence(const Book& book, const Figure& figure) const {
    if (figure.is_bound()) return bound_;
    if (figure.is_hidden()) return hidden_;
    if (!figure.has_value()) return is_elsewhere(book, figure) ? parts_ : missing_;
    if (!change_.empty() && book.indicator(figure.indicator).kind == IndicatorKind::outcome)
      return change_;
    return figure.is_zero() ? zero_ : value_;
  }

  bool is_elsewhere(const Book& book, const Figure& figure) const {
    return !parts_.empty() && has_instead(book, figure) != Instead::nothing;
  }

  int indicator_;
  Text value_, bound_, zero_, missing_, hidden_;
  Text parts_, change_;  ///< where they are empty, missing_ and value_ speak for them
};

}  // namespace

std::unique_ptr<Block> make_lead(Options& options) { return std::make_unique<Lead>(options); }

}  // namespace yokoten
