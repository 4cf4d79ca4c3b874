#include "page/blocks/makers.h"

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
        missing_(options.line("missing", true)) {}

  std::string html(Context& context) const override {
    const int id = context.meant(indicator_);
    const Figure figure = newest_figure(context.book, id, context.whole());
    return context.html(sentence(figure), &figure);
  }

 private:
  const Text& sentence(const Figure& figure) const {
    if (figure.is_bound()) return bound_;
    if (figure.is_zero()) return zero_;
    return figure.has_value() ? value_ : missing_;
  }

  int indicator_;
  Text value_, bound_, zero_, missing_;
};

}  // namespace

std::unique_ptr<Block> make_lead(Options& options) { return std::make_unique<Lead>(options); }

}  // namespace yokoten
