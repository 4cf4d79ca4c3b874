#include "model/report.h"
#include "page/blocks/makers.h"
#include "page/project_parts.h"

namespace yokoten {
namespace {

/// A part of what the front matter of a model project says, on its own page.
class Project final : public Block {
 public:
  explicit Project(Options& options)
      : project_(project_of(options.book().publication, options.toml().place().file)) {
    options.toml().require("show");
    part_ = options.word("show", {"facts", "offices", "cost", "results", "visit", "documents"});
    if (project_ == nullptr)
      report_error(options.findings(), options.toml().place(), "block.project",
                   {"project はモデル事業のページ（projects/）だけに置けます",
                    "project can only stand on the page of a model project (projects/)"});
  }

  std::string html(Context& context) const override {
    return project_ == nullptr ? std::string() : project_part_html(context, *project_, part_);
  }

 private:
  const ModelProject* project_;
  std::string part_;
};

}  // namespace

std::unique_ptr<Block> make_project(Options& options) { return std::make_unique<Project>(options); }

}  // namespace yokoten
