#include "page/glossary.h"
#include "page/blocks/makers.h"

namespace yokoten {
namespace {

/// All terms of glossary.toml.
class Glossary final : public Block {
 public:
  std::string html(Context& context) const override {
    std::vector<const GlossaryTerm*> all;
    for (const GlossaryTerm& term : context.book.publication.glossary) all.push_back(&term);
    return glossary_html(context, all);
  }
};

}  // namespace

std::unique_ptr<Block> make_glossary(Options&) { return std::make_unique<Glossary>(); }

}  // namespace yokoten
