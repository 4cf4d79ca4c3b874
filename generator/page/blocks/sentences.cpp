#include "base/html_text.h"
#include "page/blocks/makers.h"
#include "page/indicator_text.h"
#include "page/row_lists.h"
#include "page/sentence.h"

namespace yokoten {
namespace {

/// What the figures of the page's area say, a paragraph each.
class Sentences final : public Block {
 public:
  explicit Sentences(Options& options) : indicators_(options.indicators()) {
    const TomlNode* list = options.toml().take("worded", TomlNode::Kind::list);
    if (list == nullptr) return;
    for (const TomlNode& table : list->children) {
      Options inner = options.inside("worded", table);
      const int id = inner.required_indicator();
      worded_.emplace_back(id, inner.toml().pairs("words"));
    }
  }

  std::string html(Context& context) const override {
    std::vector<KeyRow> rows;
    for (const int id : asked(context)) {
      const Figure figure = newest_figure(context.book, id, context.whole());
      if (figure.observation == nullptr) continue;
      rows.push_back({title(context.book, id), html_text(sentence_of(context, figure)),
                      !figure.has_value() && !figure.is_bound()});
    }
    // On paper the cards say the same.
    return rows.empty() ? std::string()
                        : "<div class=\"no-print\">" + key_values_html(context, rows) + "</div>\n";
  }

 private:
  // Without a choice the page's own, or all.
  std::vector<int> asked(const Context& context) const {
    if (!indicators_.empty()) return indicators_;
    if (context.indicator >= 0) return {context.indicator};
    std::vector<int> all;
    for (const std::string& stage : stages_of(context.book))
      for (const int id : indicators_of_stage(context.book, stage)) all.push_back(id);
    return all;
  }

  // As cards do, a word for the number where the page has one.
  std::string sentence_of(const Context& context, const Figure& figure) const {
    const std::string number = number_text(context.book, figure);
    for (const auto& [id, words] : worded_)
      for (const auto& [printed, word] : words)
        if (context.meant(id) == figure.indicator && printed == number)
          return worded_sentence(context.book, figure, word);
    return figure_sentence(context.book, figure);
  }

  // 利用申請率（高いほど望ましい）
  static std::string title(const Book& book, int id) {
    const std::string better = better_text(book, id);
    return better.empty() ? short_title(book, id)
                          : book.word("sentence.detail", {short_title(book, id), better});
  }

  std::vector<int> indicators_;
  std::vector<std::pair<int, TomlReader::Pairs>> worded_;
};

}  // namespace

std::unique_ptr<Block> make_sentences(Options& options) {
  return std::make_unique<Sentences>(options);
}

}  // namespace yokoten
