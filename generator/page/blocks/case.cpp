#include "model/report.h"
#include "page/blocks/makers.h"
#include "page/case_parts.h"

namespace yokoten {
namespace {

/// A part of what the front matter of a case says, on its own page.
class Case final : public Block {
 public:
  explicit Case(Options& options)
      : practice_(practice_of(options.book().publication, options.toml().place().file)) {
    options.toml().require("show");
    part_ = options.word("show", {"facts", "effects", "photos", "similar"});
    if (practice_ == nullptr)
      report_error(options.findings(), options.toml().place(), "block.case",
                   {"case は、前書きに case のある好事例のページ（cases/）だけに置けます",
                    "case can only stand on the page of a case (cases/) with `case` in its front "
                    "matter"});
  }

  std::string html(Context& context) const override {
    if (practice_ == nullptr) return {};
    // A collection has facts and photos in front.
    if (context.is_collected && context.shown_parts.contains(part_)) return {};
    return case_part_html(context, *practice_, part_);
  }

 private:
  const GoodPractice* practice_;
  std::string part_;
};

}  // namespace

std::unique_ptr<Block> make_case(Options& options) { return std::make_unique<Case>(options); }

}  // namespace yokoten
